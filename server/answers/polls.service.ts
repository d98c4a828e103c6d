// Polls: voting, what each may see of it, and its end.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { MessageView } from '../../shared/messages.ts';
import { isClosed } from '../../shared/ballot.ts';
import type { MyPoll, Poll, PollChoices, PollVoters } from '../../shared/polls.ts';
import { Roster } from '../channels/roster.ts';
import type { Actor } from '../identity/actor.ts';
import { Person } from '../identity/person.entity.ts';
import { personRef } from '../identity/person.view.ts';
import { lockMessage, takeVersion } from '../messages/message.changes.ts';
import { messageView } from '../messages/message.view.ts';
import { AppError } from '../platform/app-error.ts';
import { Events, room } from '../platform/events.ts';
import { addressesOf, answererOf, peopleOf, type Answerer } from './answerer.ts';
import { accessPoll } from './poll.access.ts';
import { countVotes, storeVote } from './poll.queries.ts';
import { PollVote } from './poll-vote.entity.ts';
import { countPoll, Tallies } from './tallies.ts';

@Injectable()
export class PollsService {
  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
    private readonly tallies: Tallies,
    private readonly roster: Roster,
  ) {}

  async get(actor: Actor, messageId: string): Promise<MyPoll> {
    const access = await accessPoll(this.em, actor, messageId);
    return this.#myPoll(actor, messageId, access.poll, answererOf(access, actor.personId, access.poll.by));
  }

  async vote(actor: Actor, messageId: string, { choices }: PollChoices): Promise<MyPoll> {
    const access = await accessPoll(this.em, actor, messageId);
    const { poll } = access;
    const isFitting =
      choices.every((one) => one < poll.choices.length) && (poll.isMultiple || choices.length <= 1);
    if (!isFitting)
      throw new AppError('bad_request', { issues: [{ path: 'choices', message: 'not of this poll' }] });
    const answerer = answererOf(access, actor.personId, poll.by);
    if (!answerer) throw new AppError('no_household');
    const vote = {
      messageId,
      voterId: answerer.id,
      personId: actor.personId,
      choices: choices.toSorted((a, b) => a - b),
    };
    if (!(await this.em.transactional((em) => storeVote(em, vote))))
      throw await this.#refusal(actor, messageId);
    await this.tallies.count(messageId);
    const me = await this.em.findOneOrFail(Person, actor.personId);
    const voted = { messageId, choices: vote.choices, by: personRef(me) };
    for (const personId of await peopleOf(this.em, this.roster, actor, answerer, access.message.channel.id))
      this.events.publish(room.user(personId), 'poll.voted', voted);
    return this.#myPoll(actor, messageId, poll, answerer);
  }

  /** Ends it before its time: its author may, and those who tend the channel. */
  async close(actor: Actor, messageId: string): Promise<MessageView> {
    const { message: given, permissions, poll } = await accessPoll(this.em, actor, messageId);
    if (given.author.id !== actor.personId && !permissions.has('message.pin'))
      throw new AppError('forbidden');
    if (isClosed(poll, Date.now())) throw new AppError('vote_closed');
    const message = await this.em.transactional(async (em) => {
      const message = await lockMessage(em, messageId);
      if (message.deletedAt || message.removedAt || !message.carried?.poll) throw new AppError('not_found');
      if (message.carried.poll.closedAt) throw new AppError('vote_closed');
      const counted = await countPoll(em, message, message.carried.poll);
      message.carried = { ...message.carried, poll: { ...counted, closedAt: new Date().toISOString() } };
      return takeVersion(em, message);
    });
    const view = messageView(message);
    this.events.publish(room.channel(view.channelId), 'message.changed', view);
    return view;
  }

  /** Only of an open poll, and for those who may see what was chosen. */
  async listVoters(actor: Actor, messageId: string): Promise<PollVoters> {
    const access = await accessPoll(this.em, actor, messageId);
    const { poll } = access;
    if (poll.isAnonymous) throw new AppError('forbidden');
    const answerer = answererOf(access, actor.personId, poll.by);
    const { results } = await this.#myPoll(actor, messageId, poll, answerer);
    if (!results) throw new AppError('forbidden');
    const votes = await this.em.find(
      PollVote,
      { message: messageId },
      { populate: ['person'], orderBy: { votedAt: 'asc' } },
    );
    const isShown = poll.by === 'household' && access.permissions.has('household.manage');
    const ids = votes.map(({ voterId }) => voterId);
    const addresses = isShown ? await addressesOf(this.em, ids, access.standing) : new Map<string, string>();
    return poll.choices.map((_, choice) =>
      votes
        .filter(({ choices }) => choices.includes(choice))
        .map(({ person, voterId, votedAt }) => ({
          person: personRef(person),
          address: addresses.get(voterId) ?? null,
          at: votedAt.toISOString(),
        })),
    );
  }

  async #myPoll(actor: Actor, messageId: string, poll: Poll, answerer: Answerer | null): Promise<MyPoll> {
    const key = answerer && { message: messageId, voterId: answerer.id };
    const vote = key && (await this.em.findOne(PollVote, key, { populate: ['person'], refresh: true }));
    const choices = vote?.choices ?? [];
    const hasVoted = choices.length > 0;
    const hasEnded = isClosed(poll, Date.now());
    const isOthers = vote && hasVoted && vote.person.id !== actor.personId;
    return {
      choices,
      by: isOthers ? personRef(vote.person) : null,
      obstacle: hasEnded ? 'closed' : !answerer ? 'no_household' : poll.isFinal && hasVoted ? 'final' : null,
      results: !poll.isHidden || hasVoted || hasEnded ? await countVotes(this.em, messageId, poll) : null,
    };
  }

  /** Why a vote was not taken; looked at anew, because it was just closed or taken back. */
  async #refusal(actor: Actor, messageId: string): Promise<AppError> {
    const { poll } = await accessPoll(this.em.fork(), actor, messageId);
    return new AppError(isClosed(poll, Date.now()) ? 'vote_closed' : 'vote_final');
  }
}
