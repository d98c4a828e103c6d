// Taking down what a case is about: the statements of each kind of words, and the events that follow the commit.
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { lockMessage, takeVersion } from '../messages/message.changes.ts';
import { Message } from '../messages/message.entity.ts';
import { messageView } from '../messages/message.view.ts';
import { AppError } from '../platform/app-error.ts';
import { room, type Events } from '../platform/events.ts';
import { Post } from '../procedures/post.entity.ts';
import { Thread } from '../procedures/thread.entity.ts';
import { publishThread } from '../procedures/thread.events.ts';
import type { Case } from './case.entity.ts';

/** To be called after the commit. */
type Tell = (em: EntityManager, events: Events) => Promise<void> | void;

/** Where the words stood, or the page of the person: for those who are told of the decision. */
export async function subjectHref(em: EntityManager, { subjectType, subjectId }: Case): Promise<string> {
  if (subjectType === 'message') {
    const { channel, seq } = await em.findOneOrFail(Message, subjectId);
    return `/app/channels/${channel.id}?at=${seq}`;
  }
  if (subjectType === 'person') return `/app/people/${subjectId}`;
  return `/app/questions/${await threadIdOf(em, subjectType, subjectId)}`;
}

/** Takes the words down as the last act of the decision's transaction. */
export async function removeSubject(
  em: EntityManager,
  { subjectType, subjectId }: Case,
  at: Date,
): Promise<Tell> {
  if (subjectType === 'person') throw new AppError('bad_request');
  return subjectType === 'message'
    ? removeMessage(em, subjectId, at)
    : removeFromThread(em, subjectType, subjectId, at);
}

async function removeMessage(em: EntityManager, messageId: string, at: Date): Promise<Tell> {
  const message = await lockMessage(em, messageId);
  // One that its author took back is gone from every screen already; to remove it again would make each window count it out twice.
  if (message.deletedAt) return () => undefined;
  message.removedAt = at;
  const view = messageView(await takeVersion(em, message));
  return (_, events) => events.publish(room.channel(view.channelId), 'message.removed', view);
}

async function removeFromThread(
  em: EntityManager,
  type: 'thread' | 'post',
  id: string,
  at: Date,
): Promise<Tell> {
  const threadId = await threadIdOf(em, type, id);
  const thread = await em.findOneOrFail(Thread, threadId, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
    refresh: true,
  });
  if (type === 'thread') thread.removedAt = at;
  else (await em.findOneOrFail(Post, id)).removedAt = at;
  thread.version += 1;
  return (after, events) => publishThread(after, events, threadId);
}

async function threadIdOf(em: EntityManager, type: 'thread' | 'post', id: string): Promise<string> {
  return type === 'thread' ? id : (await em.findOneOrFail(Post, id)).thread.id;
}
