// The page of a person, and one's own name.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Me } from '../../shared/identity.ts';
import type { ProfileView } from '../../shared/people.ts';
import { record } from '../audit/audit.ts';
import type { Actor } from '../identity/actor.ts';
import { Person } from '../identity/person.entity.ts';
import { MeService } from '../places/me.service.ts';
import { refuseDishonest } from '../places/name.rule.ts';
import { accessStanding } from '../places/place.access.ts';
import { lockName } from '../places/place.lock.ts';
import { Events, room } from '../platform/events.ts';
import { RateLimits } from '../platform/rate-limits.ts';
import { accessPerson } from './person.access.ts';
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

  /** Changes the actor's own name, everywhere and at once, also above what they said before. */
  async rename(actor: Actor, name: string): Promise<Me> {
    const { communeId, communeGroup } = await accessStanding(this.em, actor);
    await this.limits.take('rename', actor.personId);
    const isChanged = await this.em.transactional(async (em) => {
      // Two who take one name at once wait for each other.
      await lockName(em, `names:${communeId}`);
      const person = await em.findOneOrFail(Person, actor.personId, { refresh: true });
      if (person.name === name) return false;
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
      person.name = name;
      return true;
    });
    if (isChanged) {
      this.events.publish(room.user(actor.personId), 'place.changed', {});
      this.events.publish(room.group(communeGroup.id), 'person.changed', { personId: actor.personId, name });
    }
    return this.me.get(actor);
  }
}
