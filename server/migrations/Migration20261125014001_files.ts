import { Migration } from '@mikro-orm/migrations';

/** What was uploaded for a message: of whom, for which, and what it turned out to be. The bytes are in the folder of files. */
export class Files extends Migration {
  override up(): void {
    this.addSql(`
      create table "file" (
        "id" uuid not null,
        "channel_id" uuid not null,
        "author_id" uuid not null,
        "client_id" uuid not null,
        "kind" varchar(255) not null,
        "name" varchar(255) not null,
        "size" int not null,
        "type" varchar(255) null,
        "width" int null,
        "height" int null,
        "thumbhash" varchar(255) null,
        "seconds" int null,
        "peaks" jsonb null,
        "created_at" timestamptz not null,
        "completed_at" timestamptz null,
        primary key ("id")
      )
    `);
    this.addSql(`
      alter table "file" add constraint "file_channel_id_foreign"
      foreign key ("channel_id") references "channel" ("id")
    `);
    this.addSql(`
      alter table "file" add constraint "file_author_id_foreign"
      foreign key ("author_id") references "person" ("id")
    `);
    this.addSql(`create index "file_author_id_client_id_index" on "file" ("author_id", "client_id")`);
    this.addSql(`create index "file_author_id_created_at_index" on "file" ("author_id", "created_at")`);
    this.addSql(`create index "file_created_at_index" on "file" ("created_at")`);
  }
}
