// The pictures of people: taken in, shown to whoever may know the person, and taken down.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { PHOTO_BYTES } from '../../shared/file-limits.ts';
import type { Me } from '../../shared/identity.ts';
import type { PersonChanged } from '../../shared/people.ts';
import { record } from '../audit/audit.ts';
import { permissionsAt, Roster } from '../channels/roster.ts';
import { atMost } from '../files/bound.ts';
import { FileStore } from '../files/file.store.ts';
import { makeSquare } from '../files/images.ts';
import type { Actor } from '../identity/actor.ts';
import { notify } from '../notifications/notify.ts';
import { accessPerson, placeToModerate } from '../people/person.access.ts';
import { lockPerson, personChanged } from '../people/person.changes.ts';
import { MeService } from '../places/me.service.ts';
import { accessStanding } from '../places/place.access.ts';
import { AppError } from '../platform/app-error.ts';
import { Events, room } from '../platform/events.ts';
import { RateLimits } from '../platform/rate-limits.ts';
import { portraitKey } from './portrait.key.ts';

/** For rows, twice as sharp as they are drawn; and for the page of the person. */
const SIDES = { small: 96, large: 320 };

/** What the log says of a picture, and in which group. */
interface Act {
  act: 'photo.changed' | 'photo.removed';
  actorId: string;
  communeId: string;
  groupId: string;
}

@Injectable()
export class PortraitsService {
  /** One picture after another: each takes memory while it is opened. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
    private readonly limits: RateLimits,
    private readonly store: FileStore,
    private readonly roster: Roster,
    private readonly me: MeService,
  ) {}

  /** Gives the actor this picture, in place of the one before. */
  async set(actor: Actor, bytes: Readable): Promise<Me> {
    const { personId } = actor;
    const { communeId, communeGroup } = await accessStanding(this.em, actor);
    await this.limits.take('photo', personId);
    const { small, large } = await this.#make(await readAll(bytes));
    const key = portraitKey(personId);
    const groupId = communeGroup.id;
    const act: Act = { act: 'photo.changed', actorId: personId, communeId, groupId };
    const told = await this.#change(personId, act, async () => {
      await this.store.keep(key, 'large', large);
      await this.store.keep(key, 'small', small);
    });
    this.#tell(groupId, told);
    return this.me.get(actor);
  }

  /** Takes down the actor's own picture, or somebody's whom they moderate. */
  async remove(actor: Actor, personId: string): Promise<void> {
    const access = await accessPerson(this.em, actor, personId);
    const { communeId, communeGroup } = access.standing;
    const isOwn = personId === actor.personId;
    const group = isOwn ? communeGroup : placeToModerate(access)?.group;
    if (!group) throw new AppError('forbidden');
    if (!access.person.photo) return;
    const act: Act = { act: 'photo.removed', actorId: actor.personId, communeId, groupId: group.id };
    const told = await this.#change(personId, act, () => this.store.remove(portraitKey(personId)));
    this.#tell(communeGroup.id, told);
  }

  /** Refuses as if there were none, unless the actor may know the person and this is their picture. From memory: a list asks for many. */
  async access({ personId: actorId }: Actor, personId: string, version: string): Promise<void> {
    const [reader, shown] = await Promise.all([this.roster.find(actorId), this.roster.find(personId)]);
    const isKnown =
      reader?.plan.communeId === shown?.plan.communeId &&
      [...(shown?.person.memberships.keys() ?? [])].some((groupId) =>
        permissionsAt(reader!, groupId).has('member.list'),
      );
    if (!isKnown || shown?.person.photo !== version) throw new AppError('not_found');
  }

  /** The bytes of somebody who goes. */
  async forget(personId: string): Promise<void> {
    await this.store.remove(portraitKey(personId));
  }

  #make(picture: Buffer): Promise<{ small: Buffer; large: Buffer }> {
    const making = this.#turn.then(async () => {
      try {
        const large = await makeSquare(picture, SIDES.large);
        return { large, small: await makeSquare(large, SIDES.small) };
      } catch {
        throw new AppError('file_refused');
      }
    });
    this.#turn = making.catch(() => undefined);
    return making;
  }

  /**
   * One change of a person's picture after the other. The bytes first, in the place of those before: an address that is known already
   * then shows the newer picture.
   */
  async #change(
    personId: string,
    { actorId, ...entry }: Act,
    changeBytes: () => Promise<void>,
  ): Promise<Told> {
    return this.em.transactional(async (em) => {
      const person = await lockPerson(em, personId);
      await changeBytes();
      const now = new Date();
      const photo = entry.act === 'photo.changed' ? now.getTime().toString(36) : null;
      em.assign(person, { photo, changedAt: now });
      record(em, { ...entry, actorId, subjectType: 'person', subjectId: personId });
      const tellOwner =
        actorId === personId ? null : notify(em, personId, 'photo_removed', { href: '/app/me' });
      return { changed: personChanged(person), tellOwner };
    });
  }

  #tell(communeGroupId: string, { changed, tellOwner }: Told): void {
    this.events.publish(room.user(changed.personId), 'place.changed', {});
    this.events.publish(room.group(communeGroupId), 'person.changed', changed);
    tellOwner?.(this.events);
  }
}

interface Told {
  changed: PersonChanged;
  tellOwner: ((events: Events) => void) | null;
}

async function readAll(bytes: Readable): Promise<Buffer> {
  try {
    return await buffer(bytes.compose(atMost(PHOTO_BYTES)));
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('bad_request');
  }
}
