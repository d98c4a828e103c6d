// The page of a person, and one's own name.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Me } from '../../shared/identity.ts';
import type { PersonChanged, ProfileView } from '../../shared/people.ts';
import { record } from '../audit/audit.ts';
import type { Actor } from '../identity/actor.ts';
import { MeService } from '../places/me.service.ts';
import { refuseDishonest } from '../places/name.rule.ts';
import { accessStanding, findStanding } from '../places/place.access.ts';
import { lockName } from '../places/place.lock.ts';
import { Events, room } from '../platform/events.ts';
import { RateLimits } from '../platform/rate-limits.ts';
import { accessPerson } from './person.access.ts';
import { lockPerson, personChanged, readChanged } from './person.changes.ts';
import { profileView } from './profile.view.ts';

@Injectable()
export class ProfilesService {
  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
    private readonly limits: RateLimits,
    private readonly me: MeService,
  ) {}

  async get(actor: Actor, personId: string): Promise<ProfileView> {
    return profileView(await accessPerson(this.em, actor, personId));
  }

  /** Who has another name or picture: for who was away, because messages stand under names that no change of theirs tells of. */
  async changes(actor: Actor, since: Date): Promise<PersonChanged[]> {
    const standing = await findStanding(this.em, actor);
    // Who waits to be admitted knows nobody yet.
    return standing ? readChanged(this.em, standing.communeId, since) : [];
  }

  /** Changes the actor's own name, everywhere and at once, also above what they said before. */
  async rename(actor: Actor, name: string): Promise<Me> {
    const { communeId, communeGroup } = await accessStanding(this.em, actor);
    await this.limits.take('rename', actor.personId);
    const changed = await this.em.transactional(async (em) => {
      // Two who take one name at once wait for each other.
      await lockName(em, `names:${communeId}`);
      const person = await lockPerson(em, actor.personId);
      if (person.name === name) return null;
      await refuseDishonest(em, communeId, name, person.id);
      record(em, {
        communeId,
        actorId: person.id,
        groupId: communeGroup.id,
        act: 'person.renamed',
        subjectType: 'person',
        subjectId: person.id,
        data: { before: person.name, after: name },
      });
      em.assign(person, { name, changedAt: new Date() });
      return personChanged(person);
    });
    if (changed) {
      this.events.publish(room.user(actor.personId), 'place.changed', {});
      this.events.publish(room.group(communeGroup.id), 'person.changed', changed);
    }
    return this.me.get(actor);
  }
}
