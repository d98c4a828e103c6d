import { Migration } from '@mikro-orm/migrations';

/** The catalogue of procedures and the questions about them. */
export class Procedures extends Migration {
  override up(): void {
    this.addSql(`
      create table "procedure" (
        "id" uuid not null,
        "commune_id" uuid not null,
        "code" varchar(255) not null,
        "name" varchar(255) not null,
        "body" jsonb not null,
        "folded" text not null,
        "created_at" timestamptz not null,
        primary key ("id")
      )
    `);
    this.addSql(`
      alter table "procedure" add constraint "procedure_commune_id_code_unique" unique ("commune_id", "code")
    `);
    this.addSql(`
      create table "thread" (
        "id" uuid not null,
        "procedure_id" uuid not null,
        "asker_id" uuid not null,
        "client_id" uuid not null,
        "question" text not null,
        "is_private" boolean not null,
        "status" varchar(255) not null,
        "taken_by_id" uuid null,
        "created_at" timestamptz not null,
        "answered_at" timestamptz null,
        "solved_at" timestamptz null,
        "removed_at" timestamptz null,
        "version" int not null default 1,
        primary key ("id")
      )
    `);
    this.addSql(`
      create index "thread_procedure_id_index" on "thread" ("procedure_id")
    `);
    this.addSql(`
      create index "thread_asker_id_index" on "thread" ("asker_id")
    `);
    this.addSql(`
      create index "thread_status_index" on "thread" ("status")
    `);
    this.addSql(`
      alter table "thread" add constraint "thread_asker_id_client_id_unique" unique ("asker_id", "client_id")
    `);
    this.addSql(`
      create table "post" (
        "id" uuid not null,
        "thread_id" uuid not null,
        "author_id" uuid not null,
        "client_id" uuid not null,
        "seat" varchar(255) null,
        "text" text not null,
        "is_official" boolean not null,
        "created_at" timestamptz not null,
        "removed_at" timestamptz null,
        primary key ("id")
      )
    `);
    this.addSql(`
      create index "post_thread_id_index" on "post" ("thread_id")
    `);
    this.addSql(`
      alter table "post" add constraint "post_author_id_client_id_unique" unique ("author_id", "client_id")
    `);
    this.addSql(`
      alter table "procedure" add constraint "procedure_commune_id_foreign" foreign key ("commune_id") references "commune" ("id")
    `);
    this.addSql(`
      alter table "thread" add constraint "thread_procedure_id_foreign" foreign key ("procedure_id") references "procedure" ("id")
    `);
    this.addSql(`
      alter table "thread" add constraint "thread_asker_id_foreign" foreign key ("asker_id") references "person" ("id")
    `);
    this.addSql(`
      alter table "thread" add constraint "thread_taken_by_id_foreign" foreign key ("taken_by_id") references "person" ("id") on delete set null
    `);
    this.addSql(`
      alter table "post" add constraint "post_thread_id_foreign" foreign key ("thread_id") references "thread" ("id")
    `);
    this.addSql(`
      alter table "post" add constraint "post_author_id_foreign" foreign key ("author_id") references "person" ("id")
    `);
  }
}
