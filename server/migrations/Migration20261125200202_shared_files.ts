import { Migration } from '@mikro-orm/migrations';

/**
 * Where the bytes of a file are: its own as they were uploaded, or those of the file that was passed on. Each message has rows of its
 * own, so each file lives and goes with its message; the bytes go with the last row.
 */
export class SharedFiles extends Migration {
  override up(): void {
    this.addSql(`alter table "file" add column "object_id" uuid null`);
    this.addSql(`update "file" set "object_id" = "id"`);
    this.addSql(`alter table "file" alter column "object_id" set not null`);
    this.addSql(`create index "file_object_id_index" on "file" ("object_id")`);
    // A topic comes to be with its first answer, and the files of that are uploaded before it.
    this.addSql(`alter table "file" drop constraint "file_channel_id_foreign"`);
  }
}
