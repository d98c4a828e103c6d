// Whose everyday words somebody does not want to see. The blocked are not told, and nothing changes for them.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Me } from '../../shared/identity.ts';
import type { Actor } from '../identity/actor.ts';
import { Block } from '../identity/block.entity.ts';
import { Person } from '../identity/person.entity.ts';
import { MeService } from '../places/me.service.ts';
import { AppError } from '../platform/app-error.ts';
import { Events, room } from '../platform/events.ts';
import { accessPerson } from './person.access.ts';

/** More would slow down whoever blocks, at every reading of their badges. */
const MOST = 300;

@Injectable()
export class BlocksService {
  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
    private readonly me: MeService,
  ) {}

  /** All devices of the actor read their badges anew: what is hidden does not count. */
  async set(actor: Actor, personId: string, isBlocked: boolean): Promise<Me> {
    if (personId === actor.personId) throw new AppError('bad_request');
    const pair = { blocker: actor.personId, blocked: personId };
    if (isBlocked) await this.#add(actor, personId);
    // Without asking for access: somebody blocked may have left meanwhile.
    else await this.em.nativeDelete(Block, pair);
    this.events.publish(room.user(actor.personId), 'place.changed', {});
    return this.me.get(actor);
  }

  async #add(actor: Actor, personId: string): Promise<void> {
    await accessPerson(this.em, actor, personId);
    if ((await this.em.count(Block, { blocker: actor.personId })) >= MOST) throw new AppError('conflict');
    await this.em.upsert(
      Block,
      {
        blocker: this.em.getReference(Person, actor.personId),
        blocked: this.em.getReference(Person, personId),
        createdAt: new Date(),
      },
      { onConflictAction: 'ignore' },
    );
  }
}
