// The topics of one window: those that its person follows, and those that are open. Kept true by the same events as channels are.
import type { ChannelView } from '../../../shared/channels.ts';
import type { MessageView } from '../../../shared/messages.ts';

export class Topics {
  #all: ChannelView[] = $state.raw([]);
  /** Told of, and not read yet. */
  readonly #awaited = new Set<string>();

  /** The one with the latest answer first. */
  followed = $derived(
    this.#all
      .filter(({ topic }) => topic?.isFollowing)
      .toSorted((a, b) => lastAt(b).localeCompare(lastAt(a))),
  );

  find(id: string): ChannelView | undefined {
    return this.#all.find((one) => one.id === id);
  }

  /** The followed ones under messages of this channel. */
  under(parentId: string): ChannelView[] {
    return this.followed.filter(({ topic }) => topic?.parentId === parentId);
  }

  /** Takes in what is followed; gives the ids of the other open ones, to be asked for. */
  adopt(followed: ChannelView[]): string[] {
    const known = new Set(followed.map(({ id }) => id));
    const others = this.#all.filter(({ id, topic }) => !topic?.isFollowing && !known.has(id));
    this.#all = [...followed, ...others];
    return others.map(({ id }) => id);
  }

  put(topic: ChannelView) {
    this.#awaited.delete(topic.id);
    this.#all = [topic, ...this.#all.filter(({ id }) => id !== topic.id)];
  }

  drop(id: string) {
    this.#awaited.delete(id);
    this.#all = this.#all.filter((one) => one.id !== id);
  }

  change(change: (topic: ChannelView) => ChannelView) {
    this.#all = this.#all.map(change);
  }

  /** It is asked for: what is heard of it meanwhile is not yet counted anywhere. */
  await(id: string) {
    if (!this.find(id)) this.#awaited.add(id);
  }

  isAwaited(id: string): boolean {
    return this.#awaited.has(id);
  }
}

const lastAt = ({ lastMessage }: ChannelView) => lastMessage?.createdAt ?? '';

/** The topic under a message of this channel, before anybody answered: to be opened and written in without a network, too. */
export function topicUnder(parent: ChannelView, root: MessageView, quoted: MessageView | null): ChannelView {
  return {
    ...parent,
    id: root.id,
    version: 0,
    lastSeq: 0,
    readSeq: 0,
    unread: 0,
    mentions: [],
    lastMessage: null,
    topic: { parentId: parent.id, isFollowing: false, root, quoted },
  };
}
