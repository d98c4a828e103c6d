// Whether one comes to a gathering.
import type { Hub } from '#lib/hub.svelte.ts';
import type { Keep } from '#lib/keep.ts';
import type { Notify } from '#lib/notify.svelte.ts';
import type { Coming, GatheringCreate, MyAnswer } from '#shared/gatherings.ts';
import type { MessageView } from '#shared/messages.ts';
import { MyPart } from './my-part.svelte.ts';

/** Where no end was given. As the server sees it. */
const LASTS_MS = 3 * 3_600_000;

export class GatheringState {
  readonly part: MyPart<MyAnswer>;
  readonly #gathering: () => GatheringCreate;
  readonly #hub: Hub;

  constructor(
    message: () => MessageView | null,
    gathering: () => GatheringCreate,
    hub: Hub,
    keep: Keep,
    notify: Notify,
  ) {
    this.#gathering = gathering;
    this.#hub = hub;
    this.part = new MyPart<MyAnswer>(
      message,
      {
        name: 'gathering',
        read: (messageId) => hub.call('gathering.get', { params: { messageId } }),
        isTold: ([name, payload], messageId) =>
          name === 'gathering.answered' && payload.messageId === messageId,
      },
      hub,
      keep,
      notify,
    );
  }

  isOver = $derived.by(() => {
    const { startsAt, endsAt } = this.#gathering();
    return (endsAt === null ? Date.parse(startsAt) + LASTS_MS : Date.parse(endsAt)) < Date.now();
  });

  answer(coming: Coming, people: number): Promise<boolean> {
    return this.part.say((messageId) =>
      this.#hub.call('gathering.answer', { params: { messageId }, body: { coming, people } }),
    );
  }
}
