// Who belongs where, in memory: what every word, page and connection would else ask of the database each time. Kept per process,
// and forgotten as soon as a person's place or the commune's rooms change, in whichever process that happened.
import { Inject, Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import type pg from 'pg';
import { permissionsOf, type Permission } from '../../shared/permissions.ts';
import type { Actor } from '../identity/actor.ts';
import { requirePermission } from '../places/place.access.ts';
import { AppError } from '../platform/app-error.ts';
import { Events } from '../platform/events.ts';
import { REDIS } from '../platform/redis.ts';
import { remembering } from '../platform/remembering.ts';
import { POOL } from '../platform/tokens.ts';
import {
  readPlans,
  readRosterRows,
  type CommunePlan,
  type PlannedChannel,
  type RosterRow,
} from './roster.queries.ts';
import { readRoots, type TopicRoot } from './topic.queries.ts';

/** A person's places and the rooms of their commune, as of one moment. */
export interface RosterEntry {
  person: RosterRow;
  plan: CommunePlan;
}

export interface RosterAccess extends RosterEntry {
  channel: PlannedChannel;
  permissions: Set<Permission>;
}

/** People and communes remembered at a time; beyond, those not asked for the longest are read anew. */
const PEOPLE = 20_000;
const COMMUNES = 2_000;
const TOPICS = 50_000;
/** Between processes word of a change can be lost: then what is remembered holds no longer than this. One alone hears all. */
const TRUSTED_MS = { alone: 300_000, amongOthers: 30_000 };
/** A channel that is not in the plan may be new; the plan is read again for it, but not more often than this. */
const PLAN_REST_MS = 1_000;

@Injectable()
export class Roster {
  readonly #people: ReturnType<typeof remembering<RosterRow>>;
  readonly #plans: ReturnType<typeof remembering<CommunePlan>>;
  readonly #roots: ReturnType<typeof remembering<TopicRoot>>;

  constructor(@Inject(POOL) pool: pg.Pool, @Inject(REDIS) redis: Redis | null, events: Events) {
    const trustedMs = TRUSTED_MS[redis ? 'amongOthers' : 'alone'];
    this.#people = remembering((ids) => readRosterRows(pool, ids), { most: PEOPLE, trustedMs });
    this.#plans = remembering((ids) => readPlans(pool, ids), { most: COMMUNES, trustedMs });
    this.#roots = remembering((ids) => readRoots(pool, ids), { most: TOPICS, trustedMs });
    events.onForget((what) => {
      if (what === 'everything') {
        for (const memory of [this.#people, this.#plans, this.#roots]) memory.clearAll();
        return;
      }
      if ('personId' in what) this.#people.clear(what.personId);
      if ('communeId' in what) this.#plans.clear(what.communeId);
    });
  }

  /** Where a person stands; null for someone who belongs nowhere (yet). */
  async find(personId: string): Promise<RosterEntry | null> {
    const person = await this.#people.load(personId);
    const plan = person && (await this.#plans.load(person.communeId));
    return plan && { person, plan };
  }

  /** The channel or topic, if the actor has this permission in it; refuses as `accessChannel` does, without asking the database. */
  async access(
    { personId }: Pick<Actor, 'personId'>,
    channelId: string,
    permission: Permission = 'channel.read',
  ): Promise<RosterAccess> {
    const access = await this.findChannel(personId, channelId);
    if (!access) throw new AppError('not_found');
    const { person, channel } = access;
    const mutedUntil = person.memberships.get(channel.groupId)?.mutedUntil ?? null;
    return requirePermission({ ...access, mutedUntil }, permission);
  }

  /** The channel or topic, if this person may read it. */
  async findChannel(personId: string, channelId: string): Promise<RosterAccess | null> {
    const entry = await this.find(personId);
    const isListed = entry?.plan.channels.has(channelId);
    const root = entry && !isListed ? await this.#roots.load(channelId) : null;
    const listedId = root?.parentId ?? channelId;
    const known = entry && (entry.plan.channels.has(listedId) ? entry : await this.#readAgain(entry));
    const listed = known?.plan.channels.get(listedId);
    const channel = listed && root ? { ...listed, id: channelId, parentId: listedId } : listed;
    if (!known || !channel) return null;
    const permissions = permissionsAt(known, channel.groupId, channel);
    return permissions.has('channel.read') ? { ...known, channel, permissions } : null;
  }

  async #readAgain({ person, plan }: RosterEntry): Promise<RosterEntry | null> {
    if (performance.now() - plan.readAt > PLAN_REST_MS) this.#plans.clear(plan.communeId);
    return this.find(person.id);
  }
}

/** All that a person may do in a group of their commune, or in a channel of it. */
export function permissionsAt(
  { person, plan }: RosterEntry,
  groupId: string,
  channel?: PlannedChannel,
): Set<Permission> {
  const membership = person.memberships.get(groupId);
  return permissionsOf(
    {
      groupRole: membership?.role ?? null,
      communeRole: person.memberships.get(plan.communeGroupId)?.role ?? null,
      isCommune: groupId === plan.communeGroupId,
      mutedUntil: membership?.mutedUntil ?? null,
      ...(channel && { override: channel.override }),
    },
    new Date(),
  );
}
