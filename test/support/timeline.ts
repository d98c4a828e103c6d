// What a window of a person shows of a channel: the client's own rules, fed with what the server tells.
import { openTimeline, type Timeline } from '../../shared/timeline.ts';
import type { Actor } from './actor.ts';

/** The channel as it is read now. */
export async function readTimeline(actor: Actor, channelId: string): Promise<Timeline> {
  return openTimeline(
    channelId,
    await actor.call('message.list', { params: { channelId }, query: {} }),
    actor.id,
  );
}

/** What of it can be compared with another reading: not since when it is known. */
export const shown = ({ mineAt: _, ...timeline }: Timeline) => timeline;
