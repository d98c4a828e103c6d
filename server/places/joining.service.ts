// Using an invitation: as a newcomer, who is registered with it, or as someone who has an account already.
import { EntityManager, raw } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Join } from '../../shared/identity.ts';
import { permissionsOf } from '../../shared/permissions.ts';
import type { MyMembership } from '../../shared/places.ts';
import { fold } from '../../shared/vietnamese.ts';
import { record } from '../audit/audit.ts';
import type { Actor } from '../identity/actor.ts';
import { mobileNumber, PeopleService } from '../identity/people.service.ts';
import { Person } from '../identity/person.entity.ts';
import { SessionsService } from '../identity/sessions.service.ts';
import { notify } from '../notifications/notify.ts';
import { AppError } from '../platform/app-error.ts';
import { Events, room } from '../platform/events.ts';
import { newId } from '../platform/id.ts';
import { Group } from './group.entity.ts';
import { findHouseholdAt } from './household.access.ts';
import { Household } from './household.entity.ts';
import { accessCode, admitsAtOnce } from './invitation.access.ts';
import { Invitation } from './invitation.entity.ts';
import { Membership } from './membership.entity.ts';
import { memberRequestView, myMembershipView } from './membership.view.ts';
import { refuseDishonest } from './name.rule.ts';
import { findStanding } from './place.access.ts';
import { lockMemberships, lockName } from './place.lock.ts';

type HouseholdChoice = Join['household'];
type Teller = (events: Events) => void;

@Injectable()
export class JoiningService {
  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
    private readonly people: PeopleService,
    private readonly sessions: SessionsService,
  ) {}

  /** Registers a newcomer, who waits for the head or is admitted at once, and gives the new device its session. */
  async join(code: string, given: Join, userAgent: string | undefined) {
    const phone = mobileNumber(given.phone);
    const invitation = await accessCode(this.em, code);
    const { group } = invitation;
    await refuseDishonest(this.em, group.commune.id, given.name, null);
    if (group.kind !== 'residential' && group.kind !== 'commune')
      throw refuse('code', 'for registered people only');
    const { session, tell } = await this.em.transactional(async (em) => {
      // A second tap of the same button waits here, and then finds the first one's person.
      await lockName(em, `join:${phone}`);
      await this.#refuseKnown(given, group);
      const person = await this.people.register(given);
      const household = await this.#householdFor(em, group, given.household);
      const membership = await this.#enter(em, invitation, person, household, []);
      const session = this.sessions.open(person.id, userAgent);
      return { session, tell: await this.#announce(em, membership) };
    });
    tell(this.events);
    return session;
  }

  /** One more group for someone who has an account; who was refused or left may ask again. */
  async accept(actor: Actor, code: string, choice: HouseholdChoice | null): Promise<MyMembership> {
    const invitation = await accessCode(this.em, code);
    const { group } = invitation;
    const { membership, tell } = await this.em.transactional(async (em) => {
      // What another acceptance is about to add has no row to lock yet.
      await lockName(em, `accept:${actor.personId}`);
      const all = await lockMemberships(em, actor.personId);
      await em.populate(all, ['group', 'household']);
      const known = all.find((other) => other.group.id === group.id);
      if (known?.status === 'active' || known?.status === 'pending') throw new AppError('already_member');
      const isElsewhere = all.some(
        ({ group: other, status }) =>
          other.commune.id !== group.commune.id && status !== 'refused' && status !== 'left',
      );
      if (isElsewhere) throw new AppError('conflict'); // one account, one commune
      const person = await em.findOneOrFail(Person, actor.personId);
      await refuseDishonest(em, group.commune.id, person.name, person.id);
      const household = choice ? await this.#householdFor(em, group, choice) : (known?.household ?? null);
      if (group.kind === 'residential' && !household) throw refuse('household', 'choose one or add one');
      const membership = await this.#enter(em, invitation, person, household, all);
      return { membership, tell: await this.#announce(em, membership) };
    });
    tell(this.events);
    this.events.publish(room.user(actor.personId), 'place.changed', {});
    return myMembershipView(membership, await findStanding(this.em, actor));
  }

  /** Who is registered already, with the very same name, number and passphrase, shall sign in instead. */
  async #refuseKnown(given: Join, group: Group): Promise<void> {
    const people = await this.people.recognise(given.phone, given.passphrase);
    const namesakes = people.filter(({ name }) => fold(name) === fold(given.name));
    if (namesakes.length === 0) return;
    const known = await this.em.count(Membership, { person: namesakes, group: { commune: group.commune } });
    if (known > 0) throw new AppError('already_member');
  }

  /** The chosen household, or a new one; only residential groups have any. */
  async #householdFor(em: EntityManager, group: Group, choice: HouseholdChoice): Promise<Household | null> {
    if (group.kind !== 'residential') return null;
    if ('id' in choice) {
      const household = await em.findOne(Household, { id: choice.id, group });
      if (!household) throw refuse('household.id', 'not a household of this group');
      return household;
    }
    const existing = await findHouseholdAt(em, group, choice.address);
    if (existing) return existing;
    const household = em.create(Household, {
      id: newId(),
      group,
      address: choice.address,
      hasSmartphone: true,
      createdAt: new Date(),
    });
    em.persist(household);
    return household;
  }

  /** Makes the memberships of the group and of the commune, and counts the use. `all`: what the person has so far. */
  async #enter(
    em: EntityManager,
    invitation: Invitation,
    person: Person,
    household: Household | null,
    all: Membership[],
  ): Promise<Membership> {
    const { group } = invitation;
    const used = await em.nativeUpdate(
      Invitation,
      { id: invitation.id, expiresAt: { $gt: new Date() } },
      { usedCount: raw('used_count + 1') },
    );
    if (used === 0) throw new AppError('invitation_ended');
    const communeGroup = await em.findOneOrFail(Group, { commune: group.commune, kind: 'commune' });
    const membershipOf = (place: Group) => all.find((other) => other.group.id === place.id);
    // A code on a door does not overrule the head who refused this person.
    const wasRefused = [group, communeGroup].some((place) => membershipOf(place)?.status === 'refused');
    const status = !wasRefused && (await admitsAtOnce(em, invitation)) ? 'active' : 'pending';

    // Who may write in none of the commune's groups may not write in one more of them.
    const here = all.filter(({ group: other }) => other.commune.id === group.commune.id);
    const silentUntil = Math.min(...here.map(({ mutedUntil }) => mutedUntil?.getTime() ?? 0));
    const place = (place: Group, household: Household | null): Membership => {
      const known = membershipOf(place);
      if (known?.status === 'active') return known;
      const now = new Date();
      // Whoever comes back starts as a resident; a mute that still runs goes on.
      const fresh = { household, role: 'resident', seat: null, status, createdAt: now } as const;
      if (known) return em.assign(known, fresh);
      const membership = em.create(Membership, {
        id: newId(),
        person,
        group: place,
        mutedUntil: here.length > 0 && silentUntil > 0 ? new Date(silentUntil) : null,
        ...fresh,
      });
      em.persist(membership);
      return membership;
    };
    if (communeGroup !== group) place(communeGroup, null);
    const membership = place(group, household);
    if (status === 'active') {
      record(em, {
        communeId: group.commune.id,
        actorId: invitation.createdBy.id,
        groupId: group.id,
        act: 'member.admitted',
        subjectType: 'membership',
        subjectId: membership.id,
        data: { personId: person.id, invitationId: invitation.id },
      });
    }
    return membership;
  }

  /** Those who can admit the newcomer: the group's own heads and administrators; the commune's where it has none. */
  async #announce(em: EntityManager, membership: Membership): Promise<Teller> {
    if (membership.status === 'active') return () => undefined;
    const { group, person } = membership;
    const inGroup = await em.find(Membership, { group, status: 'active', role: { $ne: 'resident' } });
    const isCommune = group.kind === 'commune';
    let admitters = inGroup.filter(({ role }) =>
      permissionsOf(
        { groupRole: isCommune ? null : role, communeRole: isCommune ? role : null, isCommune },
        new Date(),
      ).has('member.admit'),
    );
    if (admitters.length === 0 && !isCommune) {
      const inCommune = { group: { commune: group.commune, kind: 'commune' as const } };
      admitters = await em.find(Membership, { ...inCommune, status: 'active', role: 'admin' });
    }
    const data = { name: person.name, group: group.name, href: `/app/groups/${group.id}` };
    const tellers = admitters.map((admitter) => notify(em, admitter.person.id, 'membership_requested', data));
    return (events) => {
      for (const tell of tellers) tell(events);
      events.publish(room.admit(group.id), 'member.requested', memberRequestView(membership));
    };
  }
}

const refuse = (path: string, message: string) =>
  new AppError('bad_request', { issues: [{ path, message }] });
