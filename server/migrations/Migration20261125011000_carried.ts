import { Migration } from '@mikro-orm/migrations';

/** What a message carries beside its words. */
export class Carried extends Migration {
  override up(): void {
    this.addSql(`alter table "message" add column "carried" jsonb null`);
  }
}
