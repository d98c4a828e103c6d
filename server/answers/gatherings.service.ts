// Gatherings: who comes, and what is changed about them.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type {
  GatheringAnswerGive,
  GatheringAnswers,
  GatheringUpdate,
  MyAnswer,
} from '../../shared/gatherings.ts';
import { carriedWithText } from '../../shared/mentioned.ts';
import type { MessageView } from '../../shared/messages.ts';
import { permissionsAt, Roster } from '../channels/roster.ts';
import type { Actor } from '../identity/actor.ts';
import { personRef } from '../identity/person.view.ts';
import { checkTimes } from '../messages/carrying.gathering.ts';
import { lockMessage, takeVersion } from '../messages/message.changes.ts';
import { Message } from '../messages/message.entity.ts';
import { MessageRevision } from '../messages/message-revision.entity.ts';
import { messageView } from '../messages/message.view.ts';
import { notify } from '../notifications/notify.ts';
import { requirePermission } from '../places/place.access.ts';
import { AppError } from '../platform/app-error.ts';
import { Events, room } from '../platform/events.ts';
import { newId } from '../platform/id.ts';
import { RateLimits } from '../platform/rate-limits.ts';
import { addressesOf, peopleOf } from './answerer.ts';
import { accessGathering, type GatheringAccess } from './gathering.access.ts';
import { findComing, findUpcoming, storeAnswer } from './gathering.queries.ts';
import { toldOf } from './gathering.told.ts';
import { GatheringAnswer } from './gathering-answer.entity.ts';
import { Tallies } from './tallies.ts';

/** More than these nobody plans for. */
const UPCOMING = 20;

@Injectable()
export class GatheringsService {
  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
    private readonly limits: RateLimits,
    private readonly roster: Roster,
    private readonly tallies: Tallies,
  ) {}

  async get(actor: Actor, messageId: string): Promise<MyAnswer> {
    return this.#myAnswer(actor, await accessGathering(this.em, actor, messageId));
  }

  async answer(actor: Actor, messageId: string, { coming, people }: GatheringAnswerGive): Promise<MyAnswer> {
    const access = await accessGathering(this.em, actor, messageId);
    const { answerer } = access;
    const answer = { messageId, answererId: answerer.id, personId: actor.personId, coming, people };
    if (!(await this.em.transactional((em) => storeAnswer(em, answer)))) throw new AppError('vote_closed');
    await this.tallies.count(messageId);
    const channelId = access.message.channel.id;
    for (const personId of await peopleOf(this.em, this.roster, actor, answerer, channelId))
      this.events.publish(room.user(personId), 'gathering.answered', { messageId });
    return this.#myAnswer(actor, access);
  }

  /** Changes what is on, when and where, and tells those who meant to come. */
  async update(actor: Actor, messageId: string, given: GatheringUpdate): Promise<MessageView> {
    const access = await accessGathering(this.em, actor, messageId);
    if (access.message.author.id !== actor.personId) throw new AppError('forbidden');
    const { group } = requirePermission(access, 'message.send');
    checkTimes(given.gathering);
    await this.limits.take('message', actor.personId);
    const { message, tells } = await this.em.transactional(async (em) => {
      const message = await lockMessage(em, messageId);
      const gathering = message.carried?.gathering;
      if (message.deletedAt || message.removedAt || !gathering) throw new AppError('not_found');
      if (message.text !== given.text) {
        const text = message.text;
        em.persist(em.create(MessageRevision, { id: newId(), message, text, replacedAt: new Date() }));
        message.text = given.text;
      }
      message.editedAt = new Date();
      const carried = { ...message.carried, gathering: { ...gathering, ...given.gathering } };
      message.carried = carriedWithText(carried, given.text);
      const others = (await findComing(em, messageId)).filter((id) => id !== actor.personId);
      const told = toldOf(message, group.name);
      const tells = others.map((id) => notify(em, id, 'gathering_changed', told));
      return { message: await takeVersion(em, message), tells };
    });
    const view = messageView(message);
    this.events.publish(room.channel(view.channelId), 'message.edited', view);
    for (const tell of tells) tell(this.events);
    return view;
  }

  /** Everyone sees how many come; who comes is for its author and those who tend the channel. */
  async listAnswers(actor: Actor, messageId: string): Promise<GatheringAnswers> {
    const { message, permissions, standing, gathering } = await accessGathering(this.em, actor, messageId);
    if (message.author.id !== actor.personId && !permissions.has('message.pin'))
      throw new AppError('forbidden');
    const answers = await this.em.find(
      GatheringAnswer,
      { message: messageId },
      { populate: ['person'], orderBy: { answeredAt: 'asc' } },
    );
    const ids = answers.map(({ answererId }) => answererId);
    const isShown = gathering.by === 'household' && permissions.has('household.manage');
    const addresses = isShown ? await addressesOf(this.em, ids, standing) : new Map<string, string>();
    return answers.map(({ person, answererId, coming, people, answeredAt }) => ({
      person: personRef(person),
      address: addresses.get(answererId) ?? null,
      coming,
      people,
      at: answeredAt.toISOString(),
    }));
  }

  /** What is on in my channels, the next first. */
  async listUpcoming(actor: Actor): Promise<MessageView[]> {
    const entry = await this.roster.find(actor.personId);
    if (!entry) return [];
    const channelIds = [...entry.plan.channels.values()]
      .filter((channel) => permissionsAt(entry, channel.groupId, channel).has('channel.read'))
      .map(({ id }) => id);
    const ids = await findUpcoming(this.em, channelIds, UPCOMING);
    const messages = await this.em.find(Message, { id: ids }, { populate: ['author', 'pinnedBy'] });
    return messages.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).map(messageView);
  }

  async #myAnswer(actor: Actor, { message, answerer }: GatheringAccess): Promise<MyAnswer> {
    const key = { message: message.id, answererId: answerer.id };
    const mine = await this.em.findOne(GatheringAnswer, key, { populate: ['person'], refresh: true });
    const isOthers = mine && mine.person.id !== actor.personId;
    return {
      answer: mine && { coming: mine.coming, people: mine.people },
      by: isOthers ? personRef(mine.person) : null,
      isHousehold: answerer.householdId !== null,
    };
  }
}
