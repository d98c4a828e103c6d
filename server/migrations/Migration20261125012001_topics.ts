import { Migration } from '@mikro-orm/migrations';

/** Channels under one message each, and who follows them. */
export class Topics extends Migration {
  override up(): void {
    this.addSql(`alter table "channel" add column "parent_id" uuid null`);
    this.addSql(`
      create index "channel_topics" on "channel" ("parent_id", "id") where "parent_id" is not null
    `);
    this.addSql(`
      create table "topic_follow" (
        "person_id" uuid not null,
        "topic_id" uuid not null,
        "is_on" boolean not null,
        primary key ("person_id", "topic_id")
      )
    `);
    this.addSql(`create index "topic_follow_topic_id_index" on "topic_follow" ("topic_id")`);
    this.addSql(`
      alter table "topic_follow" add constraint "topic_follow_person_id_foreign"
      foreign key ("person_id") references "person" ("id") on update cascade on delete cascade
    `);
    this.addSql(`
      alter table "topic_follow" add constraint "topic_follow_topic_id_foreign"
      foreign key ("topic_id") references "channel" ("id") on update cascade on delete cascade
    `);
  }
}
