import { Migration } from '@mikro-orm/migrations';

/** People have a picture; and whoever was away can ask who has another one, or another name. */
export class PersonPhoto extends Migration {
  override up(): void {
    this.addSql(
      `alter table "person" add column "photo" varchar(255) null, add column "changed_at" timestamptz null`,
    );
    this.addSql(`create index "person_changed_at_index" on "person" ("changed_at")`);
  }
}
