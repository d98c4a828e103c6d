import { Migration } from '@mikro-orm/migrations';

/** Who reacted to a message how; the message itself carries the counts, so that reading a page costs nothing more. */
export class Reactions extends Migration {
  override up(): void {
    this.addSql(`alter table "message" add column "reactions" jsonb not null default '[]'`);
    this.addSql(`
      create table "reaction" (
        "message_id" uuid not null,
        "person_id" uuid not null,
        "emoji" varchar(255) not null,
        "created_at" timestamptz not null,
        primary key ("message_id", "person_id", "emoji")
      )
    `);
    this.addSql(`
      alter table "reaction" add constraint "reaction_message_id_foreign"
      foreign key ("message_id") references "message" ("id") on delete cascade
    `);
    this.addSql(`
      alter table "reaction" add constraint "reaction_person_id_foreign"
      foreign key ("person_id") references "person" ("id") on delete cascade
    `);
  }
}
