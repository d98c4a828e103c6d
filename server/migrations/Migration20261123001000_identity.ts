import { Migration } from '@mikro-orm/migrations';

/** Who someone is: people and their signed-in devices. */
export class Identity extends Migration {
  override up(): void {
    // Times leave the database in JSON exactly as JavaScript writes them.
    this.addSql(`
      create function iso(at timestamptz) returns text language sql immutable parallel safe as $$
        select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      $$
    `);
    this.addSql(`
      create table "person" (
        "id" uuid not null,
        "name" varchar(255) not null,
        "phone" varchar(255) not null,
        "passphrase_hash" varchar(255) not null,
        "demo_key" varchar(255) null,
        "created_at" timestamptz not null,
        primary key ("id")
      )
    `);
    this.addSql(`
      create index "person_phone_index" on "person" ("phone")
    `);
    this.addSql(`
      create table "session" (
        "id" uuid not null,
        "person_id" uuid not null,
        "token_hash" varchar(255) not null,
        "device" varchar(255) not null,
        "created_at" timestamptz not null,
        "last_seen_at" timestamptz not null,
        "expires_at" timestamptz not null,
        primary key ("id")
      )
    `);
    this.addSql(`
      create index "session_person_id_index" on "session" ("person_id")
    `);
    this.addSql(`
      alter table "session" add constraint "session_token_hash_unique" unique ("token_hash")
    `);
    this.addSql(`
      alter table "session" add constraint "session_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade
    `);
  }
}
