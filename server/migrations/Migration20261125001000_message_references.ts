import { Migration } from '@mikro-orm/migrations';

/**
 * A foreign key is checked for each message, which was half of what storing many cost. What they promised is asked
 * where it can be broken instead: a channel or a person that has messages cannot be deleted.
 */
export class MessageReferences extends Migration {
  override up(): void {
    this.addSql(`alter table "message" drop constraint "message_channel_id_foreign"`);
    this.addSql(`alter table "message" drop constraint "message_author_id_foreign"`);
    this.addSql(`
      create function refuse_while_it_has_messages() returns trigger language plpgsql as $$
      begin
        if (tg_table_name = 'channel' and exists (select from message where channel_id = old.id))
          or (tg_table_name = 'person' and exists (select from message where author_id = old.id)) then
          raise foreign_key_violation using message = format('%s has messages', tg_table_name);
        end if;
        return old;
      end $$
    `);
    this.addSql(`
      create trigger refuse_while_it_has_messages before delete on channel
      for each row execute function refuse_while_it_has_messages()
    `);
    this.addSql(`
      create trigger refuse_while_it_has_messages before delete on person
      for each row execute function refuse_while_it_has_messages()
    `);
  }
}
