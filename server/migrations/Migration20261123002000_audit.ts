import { Migration } from '@mikro-orm/migrations';

/** The audit log, which the database itself keeps append-only. */
export class Audit extends Migration {
  override up(): void {
    this.addSql(`
      create table "audit_entry" (
        "id" uuid not null,
        "commune_id" uuid not null,
        "actor_id" uuid null,
        "group_id" uuid null,
        "act" varchar(255) not null,
        "subject_type" varchar(255) not null,
        "subject_id" varchar(255) not null,
        "data" jsonb not null,
        "created_at" timestamptz not null,
        primary key ("id")
      )
    `);
    this.addSql(`
      create index "audit_entry_commune_id_id_index" on "audit_entry" ("commune_id", "id")
    `);
    this.addSql(`
      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name;
      end $$
    `);
    this.addSql(`
      create trigger "audit_entry_append_only" before update or delete or truncate on "audit_entry"
      for each statement execute function refuse_change()
    `);
  }
}
