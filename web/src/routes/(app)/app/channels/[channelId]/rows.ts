// What a conversation shows, row by row: pure. One row is one message, with what stands above it (a day, the line of the unread),
// so that rows keep their identity while older ones are put before them.
import type { PersonRef } from '#shared/common.ts';
import { isGone } from '#shared/gone.ts';
import { isHidden } from '#shared/hidden.ts';
import type { MessageView } from '#shared/messages.ts';
import type { Pending } from '#lib/outbox-order.ts';

export interface Row {
  key: string;
  author: PersonRef;
  text: string;
  replyTo: MessageView['replyTo'];
  at: string;
  isOwn: boolean;
  /** Of someone whom I blocked: covered until I look. */
  isHidden: boolean;
  /** Null while it is on its way. */
  message: MessageView | null;
  pending: Pending | null;
  /** The calendar day that begins with this row. */
  startsDay: boolean;
  isFirstUnread: boolean;
  /** Its author's first, or last, in a run of messages without a long pause. */
  startsRun: boolean;
  endsRun: boolean;
  /** My newest message that the server has. */
  isLastSent: boolean;
}

export interface Conversation {
  messages: MessageView[];
  pendings: Pending[];
  me: PersonRef;
  blocked: ReadonlySet<string>;
  /** How far I had read when the conversation was opened; null where nothing was unread. */
  unreadAfter: number | null;
}

const RUN_MS = 5 * 60_000;
const VIETNAM_MS = 7 * 3_600_000;

/** The calendar day in Vietnam. Without Intl, which is slow for thousands of rows; Vietnam has no summer time. */
export const dayOf = (at: string) => new Date(Date.parse(at) + VIETNAM_MS).toISOString().slice(0, 10);

export function rowsOf({ messages, pendings, me, blocked, unreadAfter }: Conversation): Row[] {
  const sent = new Set(messages.filter(({ author }) => author.id === me.id).map(({ clientId }) => clientId));
  const rows = [
    ...messages.map((message) => rowOf(message, me.id, blocked)),
    ...pendings.filter(({ clientId }) => !sent.has(clientId)).map((pending) => pendingRow(pending, me)),
  ];
  const unread = firstUnread(messages, me.id, unreadAfter, blocked);
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    row.isFirstUnread = unread !== undefined && row.message === unread;
    // What waits since yesterday stands below what others wrote today, without turning the day back.
    row.startsDay = !before || dayOf(row.at) > dayOf(before.at);
    row.startsRun = !before || row.startsDay || row.isFirstUnread || !isSameRun(before, row);
    if (before) before.endsRun = row.startsRun;
  }
  const last = rows.findLast(({ isOwn, message }) => isOwn && message && !isGone(message));
  if (last) last.isLastSent = true;
  return rows;
}

/** The first message of someone else that still stands and was not read. */
export function firstUnread(
  messages: MessageView[],
  myId: string,
  unreadAfter: number | null,
  blocked: ReadonlySet<string>,
): MessageView | undefined {
  if (unreadAfter === null) return undefined;
  return messages.find(
    (message) =>
      message.seq > unreadAfter &&
      message.author.id !== myId &&
      !isGone(message) &&
      !isHidden(message.author, blocked),
  );
}

function isSameRun(before: Row, row: Row): boolean {
  return (
    before.author.id === row.author.id &&
    (before.author.seat === row.author.seat || row.pending !== null) &&
    Date.parse(row.at) - Date.parse(before.at) < RUN_MS
  );
}

const plain = {
  startsDay: false,
  isFirstUnread: false,
  startsRun: false,
  endsRun: true,
  isLastSent: false,
  isHidden: false,
};

function rowOf(message: MessageView, myId: string, blocked: ReadonlySet<string>): Row {
  const { id, clientId, author, text, replyTo, createdAt } = message;
  const isOwn = author.id === myId;
  // Mine keep the key that they had on their way. Others' client ids prove nothing: their sender chose them.
  const key = isOwn ? `own ${clientId}` : id;
  const covers = isHidden(author, blocked);
  return {
    ...plain,
    key,
    author,
    text,
    replyTo,
    at: createdAt,
    isOwn,
    message,
    pending: null,
    isHidden: covers,
  };
}

function pendingRow(pending: Pending, me: PersonRef): Row {
  const { clientId, text, replyTo, writtenAt } = pending;
  const key = `own ${clientId}`;
  return { ...plain, key, author: me, text, replyTo, at: writtenAt, isOwn: true, message: null, pending };
}
