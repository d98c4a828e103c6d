import { Migration } from '@mikro-orm/migrations';

/** How long words may be changed, how quickly they may follow each other, and when a channel rests. */
export class ChannelSettings extends Migration {
  override up(): void {
    this.addSql(`
      alter table "channel" add column "settings" jsonb not null
      default '{"editMinutes":null,"recallMinutes":null,"slowSeconds":0,"quiet":null}'
    `);
  }
}
