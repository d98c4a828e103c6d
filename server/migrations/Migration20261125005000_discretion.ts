import { Migration } from '@mikro-orm/migrations';

/** Whether others see that one is there, and that one is typing. */
export class Discretion extends Migration {
  override up(): void {
    this.addSql(`alter table "person" add column "shows_presence" boolean not null default true`);
    this.addSql(`alter table "person" add column "shows_typing" boolean not null default true`);
  }
}
