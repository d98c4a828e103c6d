import { Migration } from '@mikro-orm/migrations';

/** What finds the messages of a channel that mention somebody, and who holds a seat of a group. */
export class Mentions extends Migration {
  override up(): void {
    this.addSql(`
      create index "message_mentions" on "message" ("channel_id", "seq") where "carried" -> 'mentions' is not null
    `);
    this.addSql(
      `create index "membership_seats" on "membership" ("group_id", "seat") where "seat" is not null`,
    );
  }
}
