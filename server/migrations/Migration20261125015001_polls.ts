import { Migration } from '@mikro-orm/migrations';

/** Who chose what in a poll; the message itself carries the counts. What a process left uncounted is found by its own index. */
export class Polls extends Migration {
  override up(): void {
    this.addSql(`
      create table "poll_vote" (
        "message_id" uuid not null,
        "voter_id" uuid not null,
        "person_id" uuid not null,
        "choices" jsonb not null,
        "voted_at" timestamptz not null,
        "is_counted" boolean not null,
        primary key ("message_id", "voter_id")
      )
    `);
    this.addSql(`
      alter table "poll_vote" add constraint "poll_vote_message_id_foreign"
      foreign key ("message_id") references "message" ("id") on delete cascade
    `);
    this.addSql(`
      alter table "poll_vote" add constraint "poll_vote_person_id_foreign"
      foreign key ("person_id") references "person" ("id") on delete cascade
    `);
    this.addSql(`create index "poll_vote_uncounted" on "poll_vote" ("message_id") where not is_counted`);
  }
}
