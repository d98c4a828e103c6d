import { Migration } from '@mikro-orm/migrations';

/**
 * Who comes to a gathering; the message itself carries the counts. Messages that carry one are found by an index that only they are
 * in, so others pay nothing for it.
 */
export class Gatherings extends Migration {
  override up(): void {
    this.addSql(`
      create table "gathering_answer" (
        "message_id" uuid not null,
        "answerer_id" uuid not null,
        "person_id" uuid not null,
        "coming" varchar(255) not null,
        "people" int not null,
        "answered_at" timestamptz not null,
        "is_counted" boolean not null,
        primary key ("message_id", "answerer_id")
      )
    `);
    this.addSql(`
      alter table "gathering_answer" add constraint "gathering_answer_message_id_foreign"
      foreign key ("message_id") references "message" ("id") on delete cascade
    `);
    this.addSql(`
      alter table "gathering_answer" add constraint "gathering_answer_person_id_foreign"
      foreign key ("person_id") references "person" ("id") on delete cascade
    `);
    this.addSql(`
      create index "gathering_answer_uncounted" on "gathering_answer" ("message_id") where not is_counted
    `);
    this.addSql(`
      create table "gathering_told" (
        "message_id" uuid not null,
        "what" varchar(255) not null,
        "starts_at" timestamptz not null,
        primary key ("message_id", "what", "starts_at")
      )
    `);
    this.addSql(`
      alter table "gathering_told" add constraint "gathering_told_message_id_foreign"
      foreign key ("message_id") references "message" ("id") on delete cascade
    `);
    this.addSql(`
      create index "message_gatherings" on "message" ("channel_id", "seq") where "carried" -> 'gathering' is not null
    `);
  }
}
