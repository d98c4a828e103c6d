import { Migration } from '@mikro-orm/migrations';

/**
 * A message is found also by what it carries to be read: the names of its files, the choices of a poll, the place and the note of a
 * gathering. Voice messages were given their names by the recorder. The column is made anew, because what makes it cannot be changed
 * before PostgreSQL 17; of a message that carries nothing its words are made as before.
 */
export class FindCarried extends Migration {
  override up(): void {
    // The choices and names are lines of text: as JSON nothing but punctuation is added to them, and that is no word.
    this.addSql(`
      create function search_carried(carried jsonb) returns text language sql immutable parallel safe
      return coalesce(jsonb_path_query_array(carried, '$.files[*] ? (@.kind != "voice").name')::text, '')
        || coalesce(carried -> 'poll' ->> 'choices', '')
        || ' ' || coalesce(carried -> 'gathering' ->> 'place', '')
        || ' ' || coalesce(carried -> 'gathering' ->> 'note', '')
    `);
    this.addSql(`drop index "message_words_index"`);
    this.addSql(`alter table "message" drop column "words"`);
    this.addSql(`
      alter table "message" add column "words" tsvector generated always as (
        case when "carried" is null then search_words("text")
        else search_words("text" || ' ' || search_carried("carried")) end) stored
    `);
    this.addSql(`
      create index "message_words_index" on "message" using gin ("channel_id", "words")
      with (fastupdate = on, gin_pending_list_limit = 16384)
      where "deleted_at" is null and "removed_at" is null
    `);
  }
}
