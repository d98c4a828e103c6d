import { Migration } from '@mikro-orm/migrations';

/** What finds the messages of a channel that carry files. */
export class FilesSearch extends Migration {
  override up(): void {
    this.addSql(`
      create index "message_files" on "message" ("channel_id", "created_at") where "carried" -> 'files' is not null
    `);
  }
}
