import { Migration } from '@mikro-orm/migrations';

/** Official notices, their audience and their receipts. */
export class Notices extends Migration {
  override up(): void {
    this.addSql(`
      create table "notice" (
        "id" uuid not null,
        "commune_id" uuid not null,
        "author_id" uuid not null,
        "seat" varchar(255) null,
        "title" varchar(255) not null,
        "body" text not null,
        "urgency" varchar(255) not null,
        "is_public" boolean not null,
        "published_at" timestamptz not null,
        "withdrawn_at" timestamptz null,
        "version" int not null default 1,
        primary key ("id")
      )
    `);
    this.addSql(`
      create index "notice_commune_id_published_at_index" on "notice" ("commune_id", "published_at")
    `);
    this.addSql(`
      create table "notice_group" (
        "notice_id" uuid not null,
        "group_id" uuid not null,
        primary key ("notice_id", "group_id")
      )
    `);
    this.addSql(`
      create table "receipt" (
        "notice_id" uuid not null,
        "person_id" uuid not null,
        "seen_at" timestamptz not null,
        "acknowledged_at" timestamptz null,
        primary key ("notice_id", "person_id")
      )
    `);
    this.addSql(`
      alter table "notice" add constraint "notice_commune_id_foreign" foreign key ("commune_id") references "commune" ("id")
    `);
    this.addSql(`
      alter table "notice" add constraint "notice_author_id_foreign" foreign key ("author_id") references "person" ("id")
    `);
    this.addSql(`
      alter table "notice_group" add constraint "notice_group_notice_id_foreign" foreign key ("notice_id") references "notice" ("id") on update cascade on delete cascade
    `);
    this.addSql(`
      alter table "notice_group" add constraint "notice_group_group_id_foreign" foreign key ("group_id") references "community_group" ("id") on update cascade on delete cascade
    `);
    this.addSql(`
      alter table "receipt" add constraint "receipt_notice_id_foreign" foreign key ("notice_id") references "notice" ("id") on update cascade on delete cascade
    `);
    this.addSql(`
      alter table "receipt" add constraint "receipt_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade
    `);
  }
}
