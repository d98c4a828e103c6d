// Who may say something where, in memory: what a send would else ask of the database each time. Kept per process; dropped as
// soon as a person's place changes, in whichever process that happened.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { permissionsOf, type Standing } from '../../shared/permissions.ts';
import { accessChannel } from '../channels/channel.access.ts';
import type { Actor } from '../identity/actor.ts';
import { Person } from '../identity/person.entity.ts';
import { requirePermission } from '../places/place.access.ts';
import { AppError } from '../platform/app-error.ts';
import { Events } from '../platform/events.ts';
import type { Author } from './message.writer.ts';

interface Speaker {
  author: Author;
  isChat: boolean;
  standing: Standing;
}

/** People whose speaking is remembered at a time; beyond, those who began longest ago are asked for anew. */
const REMEMBERED = 20_000;
/** Should word of a change be lost between processes, it holds no longer than this. */
const TRUSTED_MS = 30_000;

@Injectable()
export class Speakers {
  /** By person, then by channel. */
  readonly #known = new Map<string, { since: number; in: Map<string, Promise<Speaker>> }>();

  constructor(
    private readonly em: EntityManager,
    events: Events,
  ) {
    events.onPlaceChanged((personId) => this.#known.delete(personId));
  }

  /** The actor as author in this channel, if they may say something there now; refuses as `accessChannel` does. */
  async require(actor: Actor, channelId: string): Promise<Author> {
    const { author, isChat, standing } = await this.#find(actor, channelId);
    const permissions = permissionsOf(standing, new Date());
    if (!permissions.has('channel.read')) throw new AppError('not_found');
    requirePermission({ permissions, mutedUntil: standing.mutedUntil ?? null }, 'message.send');
    if (!isChat) throw new AppError('forbidden');
    return author;
  }

  #find(actor: Actor, channelId: string): Promise<Speaker> {
    const now = performance.now();
    let known = this.#known.get(actor.personId);
    if (!known || now - known.since > TRUSTED_MS) {
      known = { since: now, in: new Map() };
      this.#known.delete(actor.personId);
      this.#known.set(actor.personId, known);
      if (this.#known.size > REMEMBERED) this.#known.delete(this.#known.keys().next().value!);
    }
    const places = known.in;
    let speaker = places.get(channelId);
    if (!speaker) {
      speaker = this.#read(actor, channelId);
      places.set(channelId, speaker);
      // A refusal is not remembered: it may be lifted by what nobody announces, and costs only who is refused.
      speaker.catch(() => places.delete(channelId));
    }
    return speaker;
  }

  async #read(actor: Actor, channelId: string): Promise<Speaker> {
    const em = this.em.fork();
    const { channel, group, membership, standing } = await accessChannel(em, actor, channelId);
    const person = await em.findOneOrFail(Person, actor.personId);
    const seat = membership?.seat ?? standing.memberships.get(standing.communeGroup.id)?.seat ?? null;
    return {
      author: { id: person.id, name: person.name, seat },
      isChat: channel.kind === 'chat',
      standing: {
        groupRole: membership?.role ?? null,
        communeRole: standing.communeRole,
        isCommune: group.kind === 'commune',
        mutedUntil: membership?.mutedUntil ?? null,
        override: channel.override,
      },
    };
  }
}
