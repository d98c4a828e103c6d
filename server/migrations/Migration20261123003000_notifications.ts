import { Migration } from '@mikro-orm/migrations';

/** What concerns one person alone. */
export class Notifications extends Migration {
  override up(): void {
    this.addSql(`
      create table "notification" (
        "id" uuid not null,
        "person_id" uuid not null,
        "kind" varchar(255) not null,
        "data" jsonb not null,
        "created_at" timestamptz not null,
        "read_at" timestamptz null,
        primary key ("id")
      )
    `);
    this.addSql(`
      create index "notification_person_id_id_index" on "notification" ("person_id", "id")
    `);
    this.addSql(`
      alter table "notification" add constraint "notification_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade
    `);
  }
}
