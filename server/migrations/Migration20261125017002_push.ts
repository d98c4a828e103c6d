import { Migration } from '@mikro-orm/migrations';

/** Devices that are told while no window is open, by what key, and what they were told of last. */
export class Push extends Migration {
  override up(): void {
    this.addSql(`
      create table "push_key" (
        "name" varchar(255) not null,
        "public_key" varchar(255) not null,
        "private_key" varchar(255) not null,
        primary key ("name")
      )
    `);
    this.addSql(`
      create table "push_subscription" (
        "id" uuid not null,
        "person_id" uuid not null,
        "session_id" uuid not null,
        "endpoint" text not null,
        "p256dh" varchar(255) not null,
        "auth" varchar(255) not null,
        "locale" varchar(255) not null,
        "hides_words" boolean not null,
        "created_at" timestamptz not null,
        primary key ("id")
      )
    `);
    this.addSql(`create index "push_subscription_person_id_index" on "push_subscription" ("person_id")`);
    this.addSql(
      `alter table "push_subscription" add constraint "push_subscription_session_id_unique" unique ("session_id")`,
    );
    this.addSql(
      `alter table "push_subscription" add constraint "push_subscription_endpoint_unique" unique ("endpoint")`,
    );
    this.addSql(`
      alter table "push_subscription" add constraint "push_subscription_person_id_foreign"
      foreign key ("person_id") references "person" ("id") on delete cascade
    `);
    this.addSql(`
      alter table "push_subscription" add constraint "push_subscription_session_id_foreign"
      foreign key ("session_id") references "session" ("id") on delete cascade
    `);
    this.addSql(`
      create table "push_told" (
        "person_id" uuid not null,
        "channel_id" uuid not null,
        "seq" bigint not null,
        "told_at" timestamptz not null,
        primary key ("person_id", "channel_id")
      )
    `);
    this.addSql(`
      alter table "push_told" add constraint "push_told_person_id_foreign"
      foreign key ("person_id") references "person" ("id") on update cascade on delete cascade
    `);
    this.addSql(`
      alter table "push_told" add constraint "push_told_channel_id_foreign"
      foreign key ("channel_id") references "channel" ("id") on update cascade on delete cascade
    `);
  }
}
