import type { MessagePage } from '#shared/messages.ts';
import { hasGap, type Timeline } from '#shared/timeline.ts';

const KEPT = 50;

/** The newest messages of a conversation, to open it with when there is no network; null while it is not true up to its end. */
export function pageToKeep(timeline: Timeline): MessagePage | null {
  if (timeline.hasAfter || hasGap(timeline)) return null;
  const messages = timeline.messages.slice(-KEPT);
  const outside = new Map(
    [...Object.values(timeline.quoted), ...timeline.messages.slice(0, -KEPT)].map((one) => [one.id, one]),
  );
  const quoted = messages.flatMap(({ replyTo }) => (replyTo && outside.get(replyTo.id)) ?? []);
  return {
    version: timeline.version,
    messages,
    quoted: [...new Set(quoted)],
    mine: timeline.mine,
    hasBefore: timeline.hasBefore || timeline.messages.length > KEPT,
    hasAfter: false,
  };
}
