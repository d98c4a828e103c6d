import { Migration } from '@mikro-orm/migrations';

/** Flags, cases and decisions; decisions are append-only. */
export class Moderation extends Migration {
  override up(): void {
    this.addSql(`
      create table "moderation_case" (
        "id" uuid not null,
        "group_id" uuid not null,
        "subject_type" varchar(255) not null,
        "subject_id" uuid not null,
        "author_id" uuid not null,
        "author_seat" varchar(255) null,
        "text" text not null,
        "written_at" timestamptz not null,
        "status" varchar(255) not null,
        "claimed_by_id" uuid null,
        "opened_at" timestamptz not null,
        "version" int not null default 1,
        primary key ("id")
      )
    `);
    this.addSql(`
      create index "moderation_case_group_id_status_index" on "moderation_case" ("group_id", "status")
    `);
    this.addSql(`
      alter table "moderation_case" add constraint "moderation_case_subject_type_subject_id_unique" unique ("subject_type", "subject_id")
    `);
    this.addSql(`
      create table "flag" (
        "id" uuid not null,
        "case_id" uuid not null,
        "reporter_id" uuid not null,
        "rule" varchar(255) not null,
        "reason" text not null,
        "created_at" timestamptz not null,
        primary key ("id")
      )
    `);
    this.addSql(`
      create index "flag_case_id_index" on "flag" ("case_id")
    `);
    this.addSql(`
      create table "decision" (
        "id" uuid not null,
        "case_id" uuid not null,
        "moderator_id" uuid not null,
        "action" varchar(255) not null,
        "rule" varchar(255) not null,
        "reason" text not null,
        "mute_days" int not null,
        "created_at" timestamptz not null,
        primary key ("id")
      )
    `);
    this.addSql(`
      create index "decision_case_id_index" on "decision" ("case_id")
    `);
    this.addSql(`
      alter table "moderation_case" add constraint "moderation_case_group_id_foreign" foreign key ("group_id") references "community_group" ("id")
    `);
    this.addSql(`
      alter table "moderation_case" add constraint "moderation_case_author_id_foreign" foreign key ("author_id") references "person" ("id")
    `);
    this.addSql(`
      alter table "moderation_case" add constraint "moderation_case_claimed_by_id_foreign" foreign key ("claimed_by_id") references "person" ("id") on delete set null
    `);
    this.addSql(`
      alter table "flag" add constraint "flag_case_id_foreign" foreign key ("case_id") references "moderation_case" ("id")
    `);
    this.addSql(`
      alter table "flag" add constraint "flag_reporter_id_foreign" foreign key ("reporter_id") references "person" ("id")
    `);
    this.addSql(`
      alter table "decision" add constraint "decision_case_id_foreign" foreign key ("case_id") references "moderation_case" ("id")
    `);
    this.addSql(`
      alter table "decision" add constraint "decision_moderator_id_foreign" foreign key ("moderator_id") references "person" ("id")
    `);
    this.addSql(`
      create trigger "decision_append_only" before update or delete or truncate on "decision"
      for each statement execute function refuse_change()
    `);
  }
}
