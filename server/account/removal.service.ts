// The end of an account. What was said stays under no name; what is evidence stays as it is; all else goes.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { FORMER_NAME } from '../../shared/former.ts';
import { VotesWithdrawal } from '../answers/votes.withdrawal.ts';
import { record } from '../audit/audit.ts';
import type { Actor } from '../identity/actor.ts';
import { PeopleService } from '../identity/people.service.ts';
import { Person } from '../identity/person.entity.ts';
import { SessionsService } from '../identity/sessions.service.ts';
import { ForwardedNames } from '../messages/forwarded.names.ts';
import { ReactionsService } from '../messages/reactions.service.ts';
import { tellOfCase } from '../moderation/case.events.ts';
import { readCases } from '../moderation/case.queries.ts';
import { PortraitsService } from '../portraits/portraits.service.ts';
import { refuseLastHolder } from '../places/last-holder.ts';
import type { Membership } from '../places/membership.entity.ts';
import { lockMemberships } from '../places/place.lock.ts';
import { Events, room } from '../platform/events.ts';
import { publishThread } from '../procedures/thread.events.ts';
import { dropBelongings, releaseCases, releaseThreads } from './removal.queries.ts';

@Injectable()
export class RemovalService {
  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
    private readonly people: PeopleService,
    private readonly sessions: SessionsService,
    private readonly reactions: ReactionsService,
    private readonly forwarded: ForwardedNames,
    private readonly votes: VotesWithdrawal,
    private readonly portraits: PortraitsService,
  ) {}

  async remove(actor: Actor, passphrase: string): Promise<void> {
    const { personId } = actor;
    await this.people.confirm(actor, passphrase);
    await this.em.fork().transactional(async (em) => refuseIfNeeded(em, await lockPlaces(em, personId)));
    // Each of these is a change of a message that everyone sees. Where one fails, the person is there still, and tries again.
    await this.reactions.withdrawAll(personId);
    await this.votes.withdrawAll(personId);
    await this.portraits.forget(personId);
    const { places, threadIds, caseIds, endSessions } = await this.em.fork().transactional(async (em) => {
      const places = await lockPlaces(em, personId);
      await refuseIfNeeded(em, places);
      const communeId = places[0]?.group.commune.id;
      if (communeId)
        record(em, {
          communeId,
          actorId: personId,
          groupId: null,
          act: 'account.removed',
          subjectType: 'person',
          subjectId: personId,
        });
      await em.flush();
      const threadIds = await releaseThreads(em, personId);
      const caseIds = await releaseCases(em, personId);
      const endSessions = await this.sessions.endAll(em, personId);
      await dropBelongings(em, personId);
      await em.nativeUpdate(Person, personId, {
        name: FORMER_NAME,
        photo: null,
        changedAt: new Date(),
        phone: '',
        passphraseHash: '',
        demoKey: null,
        showsPresence: false,
        showsTyping: false,
      });
      return { places, threadIds, caseIds, endSessions };
    });
    this.events.forget({ personId });
    endSessions();
    // Of what was on its way when it began.
    await this.reactions.withdrawAll(personId);
    await this.votes.withdrawAll(personId);
    await this.forwarded.forget(personId);
    await this.#tell(personId, places, threadIds, caseIds);
  }

  async #tell(personId: string, places: Membership[], threadIds: string[], caseIds: string[]): Promise<void> {
    for (const { group, status } of places) {
      if (status !== 'active') continue;
      this.events.publish(room.group(group.id), 'member.left', { groupId: group.id, personId });
      if (group.kind === 'commune')
        this.events.publish(room.group(group.id), 'person.changed', { personId, name: FORMER_NAME });
    }
    const em = this.em.fork();
    for (const threadId of threadIds) await publishThread(em, this.events, threadId);
    for (const view of await readCases(em, caseIds)) await tellOfCase(em, this.events, 'case.changed', view);
  }
}

async function lockPlaces(em: EntityManager, personId: string): Promise<Membership[]> {
  const places = await lockMemberships(em, personId);
  await em.populate(places, ['group']);
  return places;
}

/** An administrator or a head hands over first. */
async function refuseIfNeeded(em: EntityManager, places: Membership[]): Promise<void> {
  for (const place of places) if (place.status === 'active') await refuseLastHolder(em, place);
}
