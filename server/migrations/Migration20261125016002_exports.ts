import { Migration } from '@mikro-orm/migrations';

/** Until when a device may fetch the archive of its person. */
export class Exports extends Migration {
  override up(): void {
    this.addSql(`alter table "session" add column "export_until" timestamptz null`);
  }
}
