import { Migration } from '@mikro-orm/migrations';

/** The rooms of a group, and how far each person has read them. */
export class Channels extends Migration {
  override up(): void {
    this.addSql(`
      create table "channel" (
        "id" uuid not null,
        "group_id" uuid not null,
        "kind" varchar(255) not null,
        "name" varchar(255) not null,
        "position" int not null,
        "override" jsonb not null,
        "seq" bigint not null default '0',
        "version" bigint not null default '0',
        "created_at" timestamptz not null,
        primary key ("id")
      )
    `);
    this.addSql(`
      create index "channel_group_id_index" on "channel" ("group_id")
    `);
    this.addSql(`
      create table "read_marker" (
        "person_id" uuid not null,
        "channel_id" uuid not null,
        "seq" bigint not null,
        primary key ("person_id", "channel_id")
      )
    `);
    this.addSql(`
      alter table "channel" add constraint "channel_group_id_foreign" foreign key ("group_id") references "community_group" ("id")
    `);
    this.addSql(`
      alter table "read_marker" add constraint "read_marker_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade
    `);
    this.addSql(`
      alter table "read_marker" add constraint "read_marker_channel_id_foreign" foreign key ("channel_id") references "channel" ("id") on update cascade on delete cascade
    `);
  }
}
