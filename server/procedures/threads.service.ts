// Questions about procedures: asked, taken by one of the team, answered, solved.
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { PostCreate, ThreadCreate, ThreadQuery, ThreadView } from '../../shared/procedures.ts';
import type { NotificationKind } from '../../shared/notifications.ts';
import type { Actor } from '../identity/actor.ts';
import { Person } from '../identity/person.entity.ts';
import { notify } from '../notifications/notify.ts';
import { hasBlocked } from '../people/blocks.ts';
import { accessCommune, requirePermission } from '../places/place.access.ts';
import { AppError } from '../platform/app-error.ts';
import { Events } from '../platform/events.ts';
import { newId } from '../platform/id.ts';
import { Post } from './post.entity.ts';
import { accessProcedure, accessThread, type ThreadAccess } from './thread.access.ts';
import { Thread } from './thread.entity.ts';
import { publishThread, publishThreadView } from './thread.events.ts';
import { findThreads, findThreadViews } from './thread.queries.ts';
import { statusAfterReply, voiceOf } from './thread.rules.ts';

/** What is to be told after the commit. */
type Tell = (events: Events) => void;

@Injectable()
export class ThreadsService {
  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
  ) {}

  async list(actor: Actor, query: ThreadQuery): Promise<ThreadView[]> {
    const { standing, permissions } = await accessCommune(
      this.em,
      actor,
      query.view === 'queue' ? 'thread.answer' : 'channel.read',
    );
    const reader = {
      personId: actor.personId,
      communeId: standing.communeId,
      isTeam: permissions.has('thread.answer'),
    };
    return findThreadViews(this.em, await findThreads(this.em, reader, query));
  }

  async get(actor: Actor, threadId: string): Promise<ThreadView> {
    const { thread } = await accessThread(this.em, actor, threadId);
    return this.#view(this.em, thread);
  }

  /** Asks. A repeat of the client id gives the first question as it now stands. */
  async create(actor: Actor, given: ThreadCreate): Promise<ThreadView> {
    const { procedure } = await accessProcedure(this.em, actor, given.procedureId);
    const first = { asker: actor.personId, clientId: given.clientId };
    const known = await this.em.findOne(Thread, first);
    if (known) return this.get(actor, known.id);
    const thread = this.em.create(Thread, {
      id: newId(),
      procedure,
      asker: await this.em.findOneOrFail(Person, actor.personId),
      clientId: given.clientId,
      question: given.question,
      isPrivate: given.isPrivate,
      status: 'open',
      createdAt: new Date(),
      version: 1,
    });
    this.em.persist(thread);
    try {
      await this.em.flush();
    } catch (error) {
      // The same question came twice at once: the other one won.
      if (!(error instanceof UniqueConstraintViolationException)) throw error;
      this.em.clear();
      return this.get(actor, (await this.em.findOneOrFail(Thread, first)).id);
    }
    await publishThread(this.em, this.events, thread.id, 'thread.created');
    return this.#view(this.em, thread);
  }

  take(actor: Actor, threadId: string): Promise<ThreadView> {
    return this.#change(actor, threadId, async (em, access) => {
      const { thread } = requirePermission(access, 'thread.answer');
      if (thread.takenBy?.id === actor.personId && thread.status !== 'solved') return null;
      if (thread.status !== 'open' || thread.removedAt) throw new AppError('conflict');
      thread.status = 'taken';
      thread.takenBy = await em.findOneOrFail(Person, actor.personId);
      return this.#tell(em, access, thread.asker.id, 'thread_taken', thread.takenBy);
    });
  }

  /** Gives back what one has taken and not answered. */
  release(actor: Actor, threadId: string): Promise<ThreadView> {
    return this.#change(actor, threadId, async (_, access) => {
      const { thread } = requirePermission(access, 'thread.answer');
      if (thread.status === 'open') return null;
      if (thread.status !== 'taken' || thread.takenBy?.id !== actor.personId) throw new AppError('conflict');
      thread.status = 'open';
      thread.takenBy = null;
      return [];
    });
  }

  /** Adds a post. A repeat of the client id gives the thread as it now stands. */
  reply(actor: Actor, threadId: string, given: PostCreate): Promise<ThreadView> {
    return this.#change(actor, threadId, async (em, access) => {
      const { thread, membership } = access;
      const known = await em.findOne(Post, { author: actor.personId, clientId: given.clientId });
      if (known?.thread.id === threadId) return null;
      if (known || thread.removedAt) throw new AppError('conflict');
      const voice = voiceOf(access);
      if (voice !== 'team') requirePermission(access, 'thread.ask');
      const author = await em.findOneOrFail(Person, actor.personId);
      const createdAt = new Date();
      const isOfficial = voice === 'team';
      em.persist(
        em.create(Post, {
          id: newId(),
          thread,
          author,
          clientId: given.clientId,
          seat: isOfficial ? (membership?.seat ?? null) : null,
          text: given.text,
          isOfficial,
          createdAt,
        }),
      );
      const status = statusAfterReply(thread.status, voice, Boolean(thread.takenBy));
      if (isOfficial) thread.answeredAt ??= createdAt;
      if (status !== 'solved') thread.solvedAt = null;
      thread.status = status;
      if (voice === 'asker') return this.#tell(em, access, thread.takenBy?.id, 'thread_replied', author);
      // A neighbour whom the asker blocked adds their word, but nobody is called to it.
      if (!isOfficial && (await hasBlocked(em, thread.asker.id, author.id))) return [];
      const kind = isOfficial ? 'thread_answered' : 'thread_replied';
      return this.#tell(em, access, thread.asker.id, kind, author);
    });
  }

  solve(actor: Actor, threadId: string): Promise<ThreadView> {
    return this.#change(actor, threadId, async (_, { thread, isAsker }) => {
      if (!isAsker) throw new AppError('forbidden');
      if (thread.status === 'solved') return null;
      if (thread.removedAt) throw new AppError('conflict');
      thread.status = 'solved';
      thread.solvedAt = new Date();
      return [];
    });
  }

  /** Changes a thread that nobody else changes meanwhile. `change` gives back what to tell, or null where nothing changed. */
  async #change(
    actor: Actor,
    threadId: string,
    change: (em: EntityManager, access: ThreadAccess) => Promise<Tell[] | null>,
  ): Promise<ThreadView> {
    const { view, tells, communeGroupId } = await this.em.transactional(async (em) => {
      await em.execute('select 1 from thread where id = ? for update', [threadId]);
      const access = await accessThread(em, actor, threadId);
      const tells = await change(em, access);
      if (tells) access.thread.version += 1;
      await em.flush();
      return { view: await this.#view(em, access.thread), tells, communeGroupId: access.group.id };
    });
    if (tells) publishThreadView(this.events, communeGroupId, view, 'thread.changed');
    for (const tell of tells ?? []) tell(this.events);
    return view;
  }

  /** Keeps a notification about the thread for someone, if there is someone and it is not the actor. */
  #tell(
    em: EntityManager,
    { thread }: ThreadAccess,
    personId: string | undefined,
    kind: NotificationKind,
    by: Person,
  ): Tell[] {
    if (!personId || personId === by.id) return [];
    const data = { name: by.name, procedure: thread.procedure.name, href: `/app/questions/${thread.id}` };
    return [notify(em, personId, kind, data)];
  }

  async #view(em: EntityManager, thread: Thread): Promise<ThreadView> {
    const [view] = await findThreadViews(em, [thread]);
    return view!;
  }
}
