// The newest notices, read aloud one after the other.
import type { Hub } from '#lib/hub.svelte.ts';
import type { Speech } from '#lib/speech.svelte.ts';
import type { MyNotice } from '#shared/notices.ts';

const MOST = 10;

export class NoticeReader {
  /** The one that is being read; null while nothing is. */
  readingId: string | null = $state(null);
  /** What is read and in which order stays as it was begun. */
  ids: string[] = $state.raw([]);
  readonly #hub: Hub;
  readonly #speech: Speech;

  constructor(hub: Hub, speech: Speech) {
    this.#hub = hub;
    this.#speech = speech;
  }

  notices: MyNotice[] = $derived.by(() =>
    this.#hub.notices.filter((notice) => !notice.withdrawnAt && this.#hub.concerns(notice)).slice(0, MOST),
  );
  reading: MyNotice | null = $derived.by(
    () => this.#hub.notices.find(({ id }) => id === this.readingId) ?? null,
  );
  place = $derived(this.readingId === null ? 0 : this.ids.indexOf(this.readingId) + 1);
  hasNext = $derived(this.place < this.ids.length);

  start() {
    this.ids = this.notices.map(({ id }) => id);
    void this.#readFrom(0);
  }

  next() {
    void this.#readFrom(this.place);
  }

  stop() {
    this.readingId = null;
    this.#speech.stop();
  }

  async #readFrom(index: number): Promise<void> {
    const id = this.ids[index] ?? null;
    this.readingId = id;
    if (id === null) return this.#speech.stop();
    // One that was withdrawn meanwhile is passed over.
    const { reading } = this;
    if (reading && !reading.withdrawnAt) {
      if (!(await this.#speech.read(`${reading.title}. ${reading.body}`))) return;
      void this.#tellSeen(reading);
    }
    if (this.readingId === id) await this.#readFrom(index + 1);
  }

  /** Heard to its end is seen. Without a network it stays new, and is read again. */
  async #tellSeen({ id }: MyNotice): Promise<void> {
    if (this.#hub.notices.find((notice) => notice.id === id)?.receipt !== 'none') return;
    try {
      const input = { params: { noticeId: id }, body: { state: 'seen' } } as const;
      this.#hub.apply(['receipt.given', await this.#hub.call('notice.receipt', input)]);
    } catch {
      return;
    }
  }
}
