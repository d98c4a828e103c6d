import { Migration } from '@mikro-orm/migrations';

/** What finds the polls of a channel. */
export class FindPolls extends Migration {
  override up(): void {
    this.addSql(`
      create index "message_polls" on "message" ("channel_id", "seq") where "carried" -> 'poll' is not null
    `);
  }
}
