// What concerns this person now: of the hub's lists what waits, with what is told while one looks.
import { SvelteSet } from 'svelte/reactivity';
import type { Hub } from '#lib/hub.svelte.ts';
import type { ChannelView } from '#shared/channels.ts';
import type { NotificationView } from '#shared/notifications.ts';

export class Today {
  /** Those that were new when the page showed them; they stay in sight after they count as read. */
  readonly #fresh = new SvelteSet<string>();
  #isReading = false;
  readonly #hub: Hub;

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  urgent = $derived.by(() =>
    this.#toMe.filter(({ urgency, receipt }) => urgency === 'urgent' && receipt !== 'acknowledged'),
  );
  newNotices = $derived.by(() =>
    this.#toMe.filter(({ urgency, receipt }) => urgency !== 'urgent' && receipt === 'none'),
  );
  told: NotificationView[] = $derived.by(() =>
    this.#hub.notifications.filter(({ id, readAt }) => !readAt || this.#fresh.has(id)),
  );
  toldEarlier: NotificationView[] = $derived.by(() =>
    this.#hub.notifications.filter(({ id, readAt }) => readAt && !this.#fresh.has(id)).slice(0, 10),
  );
  unread: { channel: ChannelView; group: string }[] = $derived.by(() =>
    this.#hub.groups
      .flatMap(({ group, channels }) => {
        const topics = this.#hub.topics.followed.filter(({ groupId }) => groupId === group.id);
        return [...channels, ...topics].map((channel) => ({ channel, group: group.name }));
      })
      .filter(({ channel }) => this.#hub.aloud(channel) > 0)
      .toSorted((a, b) => lastAt(b.channel).localeCompare(lastAt(a.channel))),
  );
  mentions: { channel: ChannelView; group: string }[] = $derived.by(() =>
    this.unread.filter(({ channel }) => channel.mentions.length > 0),
  );
  pending = $derived.by(() => this.#hub.me.memberships.filter(({ status }) => status === 'pending'));

  /** Marks as read what stands on the screen. */
  async read(): Promise<void> {
    const unread = this.#hub.notifications.filter(({ readAt }) => !readAt);
    for (const { id } of unread) this.#fresh.add(id);
    if (unread.length === 0 || this.#isReading) return;
    this.#isReading = true;
    try {
      this.#hub.apply(['notification.read', await this.#hub.call('notification.read')]);
    } catch {
      return; // They stay new, and the next look tells it again.
    } finally {
      this.#isReading = false;
    }
  }

  get #toMe() {
    return this.#hub.notices.filter((notice) => !notice.withdrawnAt && this.#hub.concerns(notice));
  }
}

const lastAt = ({ lastMessage }: ChannelView) => lastMessage?.createdAt ?? '';
