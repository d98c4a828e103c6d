// Who I am and where I belong.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { MyAttention } from '../../shared/attention.ts';
import type { Me, MySettings } from '../../shared/identity.ts';
import type { BlockedPerson } from '../../shared/people.ts';
import type { MembershipStatus } from '../../shared/places.ts';
import type { Actor } from '../identity/actor.ts';
import { Block } from '../identity/block.entity.ts';
import { Person } from '../identity/person.entity.ts';
import { photoOf } from '../identity/person.view.ts';
import { AppError } from '../platform/app-error.ts';
import { Events, room } from '../platform/events.ts';
import { communeView } from './commune.view.ts';
import { Membership } from './membership.entity.ts';
import { myMembershipView } from './membership.view.ts';
import { findStanding, permissionsIn } from './place.access.ts';

/** Whose commune counts first: where one is admitted, then where one asks to be, then where one was. */
const nearness: MembershipStatus[] = ['active', 'pending', 'refused', 'left'];

@Injectable()
export class MeService {
  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
  ) {}

  /** Works from the first moment on: who waits to be admitted has a commune, but no permissions in it. */
  async get(actor: Actor): Promise<Me> {
    const asOf = new Date().toISOString();
    const person = await this.em.findOneOrFail(Person, actor.personId);
    const { id, name, photo, phone, showsPresence, showsTyping, attention } = person;
    const all = await this.em.find(
      Membership,
      { person: id },
      { populate: ['group', 'group.commune', 'household'], orderBy: { createdAt: 'asc', id: 'asc' } },
    );
    const nearest = all.toSorted((a, b) => nearness.indexOf(a.status) - nearness.indexOf(b.status))[0];
    // Joining makes a person and a membership together, so a person without any has no way in but a new invitation.
    if (!nearest) throw new AppError('unauthenticated');
    const commune = nearest.group.commune;
    const standing = await findStanding(this.em, actor);
    return {
      id,
      name,
      ...photoOf(photo),
      phone,
      sessionId: actor.sessionId,
      asOf,
      commune: communeView(commune),
      permissions: standing ? [...permissionsIn(standing, standing.communeGroup)] : [],
      memberships: all
        .filter(({ status, group }) => status !== 'left' && group.commune.id === commune.id)
        .map((membership) => myMembershipView(membership, standing)),
      settings: { showsPresence, showsTyping },
      attention,
      blocked: await this.#blocked(id),
    };
  }

  /** Acts at once, on all devices and for all who look. */
  async update(actor: Actor, settings: MySettings): Promise<Me> {
    return this.#change(actor, settings);
  }

  /** When and for what I may be woken. */
  async attend(actor: Actor, attention: MyAttention): Promise<Me> {
    return this.#change(actor, { attention });
  }

  async #change(actor: Actor, changes: Partial<MySettings> & { attention?: MyAttention }): Promise<Me> {
    this.em.assign(await this.em.findOneOrFail(Person, actor.personId), changes);
    await this.em.flush();
    this.events.publish(room.user(actor.personId), 'place.changed', {});
    return this.get(actor);
  }

  /** The newest first. */
  async #blocked(personId: string): Promise<BlockedPerson[]> {
    const blocks = await this.em.find(
      Block,
      { blocker: personId },
      { populate: ['blocked'], orderBy: { createdAt: 'desc' } },
    );
    return blocks.map(({ blocked }) => ({
      id: blocked.id,
      name: blocked.name,
      ...photoOf(blocked.photo),
    }));
  }
}
