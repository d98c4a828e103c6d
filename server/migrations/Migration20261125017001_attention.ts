import { Migration } from '@mikro-orm/migrations';

/** When and for what people may be woken: in all, and by each channel. */
export class Attention extends Migration {
  override up(): void {
    this.addSql(`
      alter table "person" add column "attention" jsonb not null
      default '{"quiet":{"from":"22:00","to":"06:00"},"notice":true,"talk":true}'
    `);
    this.addSql(`
      create table "channel_attention" (
        "person_id" uuid not null,
        "channel_id" uuid not null,
        "level" varchar(255) not null,
        "muted_until" timestamptz null,
        primary key ("person_id", "channel_id")
      )
    `);
    this.addSql(`
      alter table "channel_attention" add constraint "channel_attention_person_id_foreign"
      foreign key ("person_id") references "person" ("id") on update cascade on delete cascade
    `);
    this.addSql(`
      alter table "channel_attention" add constraint "channel_attention_channel_id_foreign"
      foreign key ("channel_id") references "channel" ("id") on update cascade on delete cascade
    `);
  }
}
