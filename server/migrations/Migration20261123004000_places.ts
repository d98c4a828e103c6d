import { Migration } from '@mikro-orm/migrations';

/** Where people belong. */
export class Places extends Migration {
  override up(): void {
    this.addSql(`
      create table "commune" (
        "id" uuid not null,
        "slug" varchar(255) not null,
        "name" varchar(255) not null,
        "province" varchar(255) not null,
        "description" text not null,
        "is_demo" boolean not null,
        "portal_template" varchar(255) null,
        "created_at" timestamptz not null,
        primary key ("id")
      )
    `);
    this.addSql(`
      alter table "commune" add constraint "commune_slug_unique" unique ("slug")
    `);
    this.addSql(`
      create table "community_group" (
        "id" uuid not null,
        "commune_id" uuid not null,
        "kind" varchar(255) not null,
        "number" int null,
        "name" varchar(255) not null,
        "description" text not null,
        "created_at" timestamptz not null,
        primary key ("id")
      )
    `);
    this.addSql(`
      alter table "community_group" add constraint "community_group_commune_id_name_unique" unique ("commune_id", "name")
    `);
    this.addSql(`
      create table "household" (
        "id" uuid not null,
        "group_id" uuid not null,
        "address" varchar(255) not null,
        "has_smartphone" boolean not null,
        "created_at" timestamptz not null,
        primary key ("id")
      )
    `);
    this.addSql(`
      alter table "household" add constraint "household_group_id_address_unique" unique ("group_id", "address")
    `);
    this.addSql(`
      create table "membership" (
        "id" uuid not null,
        "person_id" uuid not null,
        "group_id" uuid not null,
        "household_id" uuid null,
        "role" varchar(255) not null,
        "seat" varchar(255) null,
        "status" varchar(255) not null,
        "muted_until" timestamptz null,
        "created_at" timestamptz not null,
        primary key ("id")
      )
    `);
    this.addSql(`
      create index "membership_household_id_index" on "membership" ("household_id")
    `);
    this.addSql(`
      create index "membership_group_id_status_index" on "membership" ("group_id", "status")
    `);
    this.addSql(`
      alter table "membership" add constraint "membership_person_id_group_id_unique" unique ("person_id", "group_id")
    `);
    this.addSql(`
      create table "invitation" (
        "id" uuid not null,
        "group_id" uuid not null,
        "code" varchar(255) not null,
        "created_by_id" uuid not null,
        "is_pre_approved" boolean not null,
        "used_count" int not null,
        "expires_at" timestamptz not null,
        "created_at" timestamptz not null,
        primary key ("id")
      )
    `);
    this.addSql(`
      create index "invitation_group_id_index" on "invitation" ("group_id")
    `);
    this.addSql(`
      alter table "invitation" add constraint "invitation_code_unique" unique ("code")
    `);
    this.addSql(`
      alter table "community_group" add constraint "community_group_commune_id_foreign" foreign key ("commune_id") references "commune" ("id")
    `);
    this.addSql(`
      alter table "household" add constraint "household_group_id_foreign" foreign key ("group_id") references "community_group" ("id")
    `);
    this.addSql(`
      alter table "membership" add constraint "membership_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade
    `);
    this.addSql(`
      alter table "membership" add constraint "membership_group_id_foreign" foreign key ("group_id") references "community_group" ("id")
    `);
    this.addSql(`
      alter table "membership" add constraint "membership_household_id_foreign" foreign key ("household_id") references "household" ("id") on delete set null
    `);
    this.addSql(`
      alter table "invitation" add constraint "invitation_group_id_foreign" foreign key ("group_id") references "community_group" ("id")
    `);
    this.addSql(`
      alter table "invitation" add constraint "invitation_created_by_id_foreign" foreign key ("created_by_id") references "person" ("id")
    `);
  }
}
