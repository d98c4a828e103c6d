import { Migration } from '@mikro-orm/migrations';

/**
 * What the search finds by: the words of a text folded, with their places, and beside them the words as they were written, where
 * they have marks. PostgreSQL keeps them itself, whoever writes.
 */
export class Search extends Migration {
  override up(): void {
    for (const extension of ['unaccent', 'pg_trgm', 'btree_gin']) {
      this.addSql(`create extension if not exists ${extension}`);
    }

    // Words in small letters with single spaces between them. unaccent is only "stable" because its rules could be changed; ours are not.
    this.addSql(`
      create function search_marked(t text) returns text language sql immutable strict parallel safe
      return regexp_replace(lower(normalize(t, nfc)), '[^[:alnum:]]+', ' ', 'g')
    `);
    this.addSql(`
      create function search_fold(t text) returns text language sql immutable strict parallel safe
      return replace(unaccent('unaccent'::regdictionary, search_marked(t)), 'đ', 'd')
    `);
    // plpgsql, because a SQL function would do the same work twice. What has no marks is there once. With its schema everywhere:
    // a backup is restored without a search path.
    this.addSql(`
      create function search_words(t text) returns tsvector language plpgsql immutable strict parallel safe as $$
      declare
        marked text := public.search_marked(t);
        folded text := replace(public.unaccent('public.unaccent'::regdictionary, marked), 'đ', 'd');
      begin
        if folded = marked then return to_tsvector('simple', folded); end if;
        return to_tsvector('simple', folded) || strip(to_tsvector('simple', marked));
      end $$
    `);

    // The channel is in the index: a word that is common elsewhere costs nothing here. What is gone is not in it.
    this.addSql(`
      alter table "message" add column "words" tsvector generated always as (search_words("text")) stored
    `);
    this.addSql(`
      create index "message_words_index" on "message" using gin ("channel_id", "words")
      with (fastupdate = on, gin_pending_list_limit = 1024)
      where "deleted_at" is null and "removed_at" is null
    `);

    this.addSql(`
      alter table "notice" add column "words" tsvector generated always as
        (setweight(search_words("title"), 'A') || search_words("body")) stored
    `);
    this.addSql(
      `create index "notice_words_index" on "notice" using gin ("words") where "withdrawn_at" is null`,
    );

    this.addSql(`
      alter table "procedure" add column "words" tsvector generated always as (
        setweight(search_words("name"), 'A') ||
        setweight(search_words("code" || ' ' || coalesce("body" ->> 'keywords', '')), 'B') ||
        search_words(coalesce("body" ->> 'field', ''))) stored
    `);
    this.addSql(`create index "procedure_words_index" on "procedure" using gin ("words")`);
    this.addSql(`create index "procedure_folded_index" on "procedure" using gin ("folded" gin_trgm_ops)`);

    this.addSql(`create index "person_words_index" on "person" using gin (search_words("name"))`);

    this.threads();
  }

  /** A question is found by itself, by its procedure, and by what was answered and still stands; of that no more than a tsvector takes. */
  private threads(): void {
    this.addSql(`alter table "thread" add column "words" tsvector not null default ''`);
    this.addSql(
      `create index "thread_words_index" on "thread" using gin ("words") where "removed_at" is null`,
    );
    this.addSql(`
      create function thread_words(thread_id uuid, procedure_id uuid, question text) returns tsvector language sql stable as $$
        select setweight(search_words(question), 'A')
          || search_words(coalesce((select name from procedure where id = procedure_id), ''))
          || search_words(left(coalesce((
            select string_agg(p.text, ' ' order by p.created_at, p.id) from post p
            where p.thread_id = thread_words.thread_id and p.removed_at is null), ''), 100000))
      $$
    `);
    this.addSql(`update "thread" set "words" = thread_words(id, procedure_id, question)`);
    this.addSql(`
      create function keep_thread_words() returns trigger language plpgsql as $$
      begin
        new.words := thread_words(new.id, new.procedure_id, new.question);
        return new;
      end $$
    `);
    this.addSql(`
      create trigger keep_thread_words before insert or update of question, procedure_id on thread
      for each row execute function keep_thread_words()
    `);
    this.addSql(`
      create function keep_post_words() returns trigger language plpgsql as $$
      begin
        update thread set words = thread_words(id, procedure_id, question) where id = new.thread_id;
        return null;
      end $$
    `);
    this.addSql(`
      create trigger keep_post_words after insert or update of text, removed_at on post
      for each row execute function keep_post_words()
    `);
  }
}
