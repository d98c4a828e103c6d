// A notice while it is written: its words, to whom it goes, how many that would be. Kept as a draft until it is published.
import { createContext } from 'svelte';
import { ApiError } from '#lib/api.ts';
import { dropDraft, keepDraft, readDraft } from '#lib/draft.ts';
import type { Hub } from '#lib/hub.svelte.ts';
import type { AudienceEstimate, MyNotice, NoticeCreate, Urgency } from '#shared/notices.ts';
import type { GroupView } from '#shared/places.ts';

const draftName = 'notice';
const pause = 300;
export const titleLimit = 140;
export const bodyLimit = 8000;

interface Draft extends NoticeCreate {
  isEveryone: boolean;
}

export class Composer {
  title = $state('');
  body = $state('');
  urgency: Urgency = $state('notice');
  isPublic = $state(false);
  isEveryone = $state(false);
  /** The chosen groups, kept while "everyone" is tried out. */
  chosen: string[] = $state([]);
  /** Groups to which this person may publish. */
  groups: GroupView[] | null = $state.raw(null);
  groupsError: unknown = $state.raw(null);
  estimate: AudienceEstimate | null = $state.raw(null);
  estimateFailed = $state(false);
  isBusy = $state(false);
  /** Whether to say what is missing. */
  isChecked = $state(false);
  readonly #hub: Hub;
  #asking: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Since when an attempt may have been published without an answer. */
  #unsureSince: string | null = null;

  constructor(hub: Hub) {
    this.#hub = hub;
    const draft = readDraft<Draft>(draftName);
    this.title = draft?.title ?? '';
    this.body = draft?.body ?? '';
    this.urgency = draft?.urgency ?? 'notice';
    this.isPublic = draft?.isPublic ?? false;
    this.isEveryone = draft?.isEveryone ?? false;
    this.chosen = draft?.groupIds ?? [];
  }

  commune = $derived(this.groups?.find(({ kind }) => kind === 'commune') ?? null);
  others = $derived(this.groups?.filter(({ kind }) => kind !== 'commune') ?? []);
  audience = $derived(
    this.isEveryone && this.commune
      ? [this.commune]
      : this.others.filter(({ id }) => this.chosen.includes(id)),
  );
  groupIds = $derived(this.audience.map(({ id }) => id));
  isEmpty = $derived(!this.title.trim() && !this.body.trim());
  faults = $derived({
    title: this.title.trim().length < 3,
    body: this.body.trim().length < 3,
    groups: this.groupIds.length === 0,
  });
  isReady = $derived(!this.faults.title && !this.faults.body && !this.faults.groups);

  async load(): Promise<void> {
    try {
      const mine = this.#hub.groups.filter(({ permissions }) => permissions.includes('notice.publish'));
      this.groups = this.#isOffice ? await this.#hub.call('group.listAll') : mine.map(({ group }) => group);
      this.groupsError = null;
    } catch (error) {
      this.groupsError = error;
      return;
    }
    // With one place to send to there is nothing to choose.
    if (this.others.length === 1 && !this.commune) this.chosen = this.others.map(({ id }) => id);
    if (this.others.length === 0 && this.commune) this.isEveryone = true;
    if (!this.commune) this.isEveryone = false;
  }

  /** An official or administrator of the commune publishes to every group, others only where they hold their role. */
  get #isOffice() {
    return this.#hub.me.memberships.some(
      ({ group, role, status }) =>
        group.kind === 'commune' && status === 'active' && (role === 'official' || role === 'admin'),
    );
  }

  keep() {
    const { title, body, urgency, isPublic, isEveryone, chosen } = this;
    if (this.isEmpty) dropDraft(draftName);
    else keepDraft(draftName, { title, body, urgency, isPublic, isEveryone, groupIds: chosen });
  }

  drop() {
    this.title = '';
    this.body = '';
    this.urgency = 'notice';
    this.isPublic = false;
    this.isChecked = false;
    dropDraft(draftName);
  }

  /** Asks how many these groups are, once the choosing rests. */
  askEstimate(groupIds: string[]) {
    this.stop();
    if (groupIds.length === 0) {
      this.estimate = null;
      this.estimateFailed = false;
      return;
    }
    this.#timer = setTimeout(() => void this.#estimate(groupIds), pause);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }

  async publish(): Promise<MyNotice> {
    this.isBusy = true;
    const { urgency, isPublic, groupIds } = this;
    const body = { title: this.title.trim(), body: this.body.trim(), urgency, isPublic, groupIds };
    try {
      const notice = (await this.#published(body)) ?? (await this.#hub.call('notice.publish', { body }));
      this.#hub.putNotice(notice);
      dropDraft(draftName);
      return notice;
    } catch (error) {
      if (error instanceof ApiError && (error.code === 'offline' || error.status >= 500))
        this.#unsureSince ??= new Date(Date.now() - 60_000).toISOString();
      throw error;
    } finally {
      this.isBusy = false;
    }
  }

  /** The same notice, if an attempt without an answer did publish it: nobody gets it twice. */
  async #published({ title, body }: NoticeCreate): Promise<MyNotice | undefined> {
    const since = this.#unsureSince;
    if (since === null) return undefined;
    const notices = await this.#hub.call('notice.list');
    return notices.find(
      (one) =>
        one.author.id === this.#hub.me.id &&
        !one.withdrawnAt &&
        one.title === title.normalize('NFC').replace(/\s+/g, ' ') &&
        one.body === body.normalize('NFC') &&
        one.publishedAt >= since,
    );
  }

  async #estimate(groupIds: string[]) {
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const estimate = await this.#hub.call(
        'notice.audience',
        { query: { groupIds: groupIds.join(',') } },
        { signal: asking.signal },
      );
      if (asking.signal.aborted) return;
      this.estimate = estimate;
      this.estimateFailed = false;
    } catch {
      if (asking.signal.aborted) return;
      this.estimate = null;
      this.estimateFailed = true;
    }
  }
}

export const [getComposer, setComposer] = createContext<Composer>();
