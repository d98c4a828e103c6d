// What can be flagged: words that the reporter can see, whatever kind they are of.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SubjectType } from '../../shared/moderation.ts';
import type { Actor } from '../identity/actor.ts';
import { accessMessage } from '../messages/message.access.ts';
import { requirePermission } from '../places/place.access.ts';
import { allWords } from '../messages/message.words.ts';
import { AppError } from '../platform/app-error.ts';
import { Post } from '../procedures/post.entity.ts';
import { accessThread } from '../procedures/thread.access.ts';

/** Words as a case keeps them. */
export interface Subject {
  type: SubjectType;
  id: string;
  /** Whose moderators it concerns. */
  groupId: string;
  authorId: string;
  authorSeat: string | null;
  text: string;
  writtenAt: Date;
}

/** The words, if the actor may see and flag them; `not_found` for what is gone already. */
export function accessSubject(
  em: EntityManager,
  actor: Actor,
  type: SubjectType,
  id: string,
): Promise<Subject> {
  return access[type](em, actor, id);
}

type Access = (em: EntityManager, actor: Actor, id: string) => Promise<Subject>;

const accessWords: Access = async (em, actor, id) => {
  const { message, group } = await accessMessage(em, actor, id, 'flag.create');
  if (message.deletedAt || message.removedAt) throw new AppError('not_found');
  return {
    type: 'message',
    id,
    groupId: group.id,
    authorId: message.author.id,
    authorSeat: message.seat ?? null,
    text: allWords(message),
    writtenAt: message.createdAt,
  };
};

const accessQuestion: Access = async (em, actor, id) => {
  const { thread, group } = requirePermission(await accessThread(em, actor, id), 'flag.create');
  if (thread.removedAt) throw new AppError('not_found');
  return {
    type: 'thread',
    id,
    groupId: group.id,
    authorId: thread.asker.id,
    authorSeat: null,
    text: thread.question,
    writtenAt: thread.createdAt,
  };
};

const accessPost: Access = async (em, actor, id) => {
  const post = await em.findOne(Post, id);
  if (!post) throw new AppError('not_found');
  const { thread, group } = requirePermission(await accessThread(em, actor, post.thread.id), 'flag.create');
  if (post.removedAt || thread.removedAt) throw new AppError('not_found');
  return {
    type: 'post',
    id,
    groupId: group.id,
    authorId: post.author.id,
    authorSeat: post.seat ?? null,
    text: post.text,
    writtenAt: post.createdAt,
  };
};

const access: Record<SubjectType, Access> = {
  message: accessWords,
  thread: accessQuestion,
  post: accessPost,
};
