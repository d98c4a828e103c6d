// What can be flagged: words that the reporter can see, whatever kind they are of, and people whom they may know.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SubjectType } from '../../shared/moderation.ts';
import type { Actor } from '../identity/actor.ts';
import { accessMessage } from '../messages/message.access.ts';
import { accessPerson } from '../people/person.access.ts';
import { permissionsIn, requirePermission } from '../places/place.access.ts';
import { allWords } from '../messages/message.words.ts';
import { AppError } from '../platform/app-error.ts';
import { Post } from '../procedures/post.entity.ts';
import { accessThread } from '../procedures/thread.access.ts';

/** Words, or a person by their name, as a case keeps them. */
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

/** What is reported, if the actor may see and flag it; `not_found` for what is gone already. */
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

/** Whom the moderators of the whole commune look at: a person is no matter of one group. */
const accessReported: Access = async (em, actor, id) => {
  const { person, standing, places } = await accessPerson(em, actor, id);
  const mayFlag = places.some(({ group }) => permissionsIn(standing, group).has('flag.create'));
  if (!mayFlag) throw new AppError('forbidden');
  return {
    type: 'person',
    id,
    groupId: standing.communeGroup.id,
    authorId: id,
    authorSeat: places.find(({ seat }) => seat)?.seat ?? null,
    text: person.name,
    writtenAt: person.createdAt,
  };
};

const access: Record<SubjectType, Access> = {
  message: accessWords,
  thread: accessQuestion,
  post: accessPost,
  person: accessReported,
};
