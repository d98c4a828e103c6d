import type { Carried } from '../../shared/carried.ts';
import type { MessageView } from '../../shared/messages.ts';
import { personRef } from '../identity/person.view.ts';
import type { Message } from './message.entity.ts';

/** A message as everyone in its channel sees it; `author` and `pinnedBy` must be populated. What is gone has no text any more. */
export function messageView(message: Message): MessageView {
  const { id, author, seat, replyToId, replyToSeq, editedAt, deletedAt, removedAt } = message;
  const isGone = Boolean(deletedAt ?? removedAt);
  return {
    id,
    channelId: message.channel.id,
    seq: message.seq,
    version: message.version,
    clientId: message.clientId,
    author: personRef(author, seat ?? null),
    text: isGone ? '' : message.text,
    replyTo: replyToId && replyToSeq ? { id: replyToId, seq: replyToSeq } : null,
    carried: isGone ? leftOf(message.carried) : (message.carried ?? null),
    createdAt: message.createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    deletedAt: deletedAt?.toISOString() ?? null,
    removedAt: removedAt?.toISOString() ?? null,
    reactions: isGone ? [] : message.reactions,
    pin: isGone ? null : pinOf(message),
  };
}

/** The answers under a message outlive it. */
const leftOf = (carried: Carried | null | undefined): Carried | null =>
  carried?.topic ? { topic: carried.topic } : null;

function pinOf({ pinnedAt, pinnedBy }: Message): MessageView['pin'] {
  if (!pinnedAt || !pinnedBy) return null;
  return { by: { id: pinnedBy.id, name: pinnedBy.name, seat: null }, at: pinnedAt.toISOString() };
}
