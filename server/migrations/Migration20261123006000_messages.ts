import { Migration } from '@mikro-orm/migrations';

/** What is said. */
export class Messages extends Migration {
  override up(): void {
    this.addSql(`
      create table "message" (
        "id" uuid not null,
        "channel_id" uuid not null,
        "seq" bigint not null,
        "version" bigint not null,
        "author_id" uuid not null,
        "client_id" uuid not null,
        "seat" varchar(255) null,
        "text" text not null,
        "reply_to_id" uuid null,
        "reply_to_seq" bigint null,
        "created_at" timestamptz not null,
        "edited_at" timestamptz null,
        "deleted_at" timestamptz null,
        "removed_at" timestamptz null,
        primary key ("id")
      )
    `);
    this.addSql(`
      create index "message_channel_id_version_index" on "message" ("channel_id", "version")
    `);
    this.addSql(`
      alter table "message" add constraint "message_channel_id_seq_unique" unique ("channel_id", "seq")
    `);
    this.addSql(`
      alter table "message" add constraint "message_author_id_client_id_unique" unique ("author_id", "client_id")
    `);
    this.addSql(`
      create table "message_revision" (
        "id" uuid not null,
        "message_id" uuid not null,
        "text" text not null,
        "replaced_at" timestamptz not null,
        primary key ("id")
      )
    `);
    this.addSql(`
      create index "message_revision_message_id_index" on "message_revision" ("message_id")
    `);
    this.addSql(`
      alter table "message" add constraint "message_channel_id_foreign" foreign key ("channel_id") references "channel" ("id")
    `);
    this.addSql(`
      alter table "message" add constraint "message_author_id_foreign" foreign key ("author_id") references "person" ("id")
    `);
    this.addSql(`
      alter table "message_revision" add constraint "message_revision_message_id_foreign" foreign key ("message_id") references "message" ("id")
    `);
  }
}
