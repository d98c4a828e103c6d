// One notice on its own page: from the hub's list, or asked for when that does not have it.
import { createContext } from 'svelte';
import type { Hub } from '#lib/hub.svelte.ts';
import type { HubEvent } from '#shared/events.ts';
import type { MyNotice } from '#shared/notices.ts';

export class NoticeScreen {
  error: unknown = $state.raw(null);
  /** What is on the paper when the page is printed. */
  paper: 'notice' | 'doors' = $state('notice');
  #fetched: MyNotice | null = $state.raw(null);
  #isTelling = false;
  readonly id: string;
  readonly #hub: Hub;

  constructor(hub: Hub, noticeId: string) {
    this.#hub = hub;
    this.id = noticeId;
  }

  notice = $derived.by(() => this.#hub.notices.find(({ id }) => id === this.id) ?? this.#fetched);
  isConcerned = $derived(this.#concerns(this.notice));
  /** Its author, or whoever might have published it; the server has the last word. */
  mayWithdraw = $derived.by(() => {
    const { notice } = this;
    if (!notice || notice.withdrawnAt) return false;
    if (notice.author.id === this.#hub.me.id || this.#isOffice) return true;
    return notice.groups.every(({ id }) => this.#hub.canIn(id, 'notice.publish'));
  });

  #concerns(notice: MyNotice | null) {
    return notice !== null && this.#hub.concerns(notice);
  }

  /** Held commune-wide, these two publish to every group. */
  get #isOffice() {
    return this.#hub.me.memberships.some(
      ({ group, role, status }) =>
        group.kind === 'commune' && status === 'active' && (role === 'official' || role === 'admin'),
    );
  }

  async load(): Promise<void> {
    // What is in the hub's list is kept true there.
    if (this.notice && this.notice !== this.#fetched) return;
    try {
      this.#fetched = await this.#hub.call('notice.get', { params: { noticeId: this.id } });
      this.error = null;
    } catch (error) {
      this.error = error;
    }
  }

  apply([name, payload]: HubEvent) {
    // The hub's list of a reader has it no more.
    if (name === 'notice.withdrawn' && payload.id === this.id && !this.notice) void this.load();
    const known = this.#fetched;
    if (!known) return;
    if (name === 'receipt.given' && payload.noticeId === this.id && known.receipt !== 'acknowledged')
      this.#fetched = { ...known, receipt: payload.receipt };
    if (name === 'notice.withdrawn' && payload.id === this.id && payload.version > known.version)
      this.#fetched = { ...known, ...payload };
  }

  /** Opening it is having seen it. Without a network it is told on the next connection. */
  async tellSeen(): Promise<void> {
    const { notice } = this;
    if (!notice || notice.receipt !== 'none' || notice.withdrawnAt || !this.isConcerned || this.#isTelling)
      return;
    this.#isTelling = true;
    try {
      const input = { params: { noticeId: this.id }, body: { state: 'seen' } } as const;
      const given = await this.#hub.call('notice.receipt', input);
      // "Đã rõ" may have been tapped meanwhile.
      if (this.notice?.receipt === 'none') this.#hub.apply(['receipt.given', given]);
    } catch {
      return;
    } finally {
      this.#isTelling = false;
    }
  }

  async withdraw(): Promise<void> {
    const notice = await this.#hub.call('notice.withdraw', { params: { noticeId: this.id } });
    this.#fetched = notice;
    this.#hub.putNotice(notice);
  }
}

export const [getNoticeScreen, setNoticeScreen] = createContext<NoticeScreen>();
