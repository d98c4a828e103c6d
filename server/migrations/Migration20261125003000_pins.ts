import { Migration } from '@mikro-orm/migrations';

/** What a channel keeps before everyone's eyes. */
export class Pins extends Migration {
  override up(): void {
    this.addSql(`alter table "message" add column "pinned_at" timestamptz null`);
    this.addSql(`alter table "message" add column "pinned_by_id" uuid null`);
    this.addSql(`
      create index "message_pinned" on "message" ("channel_id", "pinned_at") where "pinned_at" is not null
    `);
  }
}
