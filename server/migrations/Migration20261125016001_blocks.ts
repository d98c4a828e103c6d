import { Migration } from '@mikro-orm/migrations';

/** Who does not want to see whose everyday words. */
export class Blocks extends Migration {
  override up(): void {
    this.addSql(`
      create table "block" (
        "blocker_id" uuid not null,
        "blocked_id" uuid not null,
        "created_at" timestamptz not null,
        primary key ("blocker_id", "blocked_id")
      )
    `);
    this.addSql(`
      alter table "block" add constraint "block_blocker_id_foreign"
      foreign key ("blocker_id") references "person" ("id") on update cascade on delete cascade
    `);
    this.addSql(`
      alter table "block" add constraint "block_blocked_id_foreign"
      foreign key ("blocked_id") references "person" ("id") on update cascade on delete cascade
    `);
  }
}
