import { Migration } from '@mikro-orm/migrations';

/**
 * New words wait in a list before they go into the index. Whoever fills the list up has to empty it, and everyone who speaks
 * waits meanwhile: so it is long, and the hub empties it long before (server/search/pending-words.ts). In KiB.
 */
export class PendingWords extends Migration {
  override up(): void {
    this.addSql(`alter index "message_words_index" set (gin_pending_list_limit = 16384)`);
  }
}
