// Who belongs where, in memory: what every word, page and connection would else ask of the database each time. Kept per process,
// and forgotten as soon as a person's place or the commune's rooms change, in whichever process that happened.
import { Inject, Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { permissionsOf, type Permission } from '../../shared/permissions.ts';
import type { Actor } from '../identity/actor.ts';
import { requirePermission } from '../places/place.access.ts';
import { AppError } from '../platform/app-error.ts';
import { Events } from '../platform/events.ts';
import { POOL } from '../platform/tokens.ts';
import { readPlans, readRosterRows, type CommunePlan, type RosterRow } from './roster.queries.ts';

/** A person's places and the rooms of their commune, as of one moment. */
export interface RosterEntry {
  person: RosterRow;
  plan: CommunePlan;
}

export type PlannedChannel = CommunePlan['channels'] extends Map<string, infer C> ? C : never;

export interface RosterAccess extends RosterEntry {
  channel: PlannedChannel;
  permissions: Set<Permission>;
}

/** People and communes remembered at a time; beyond, those not asked for the longest are read anew. */
const PEOPLE = 20_000;
const COMMUNES = 2_000;
/** Should word of a change be lost between processes, what is remembered holds no longer than this. */
const TRUSTED_MS = 30_000;
/** A channel that is not in the plan may be new; the plan is read again for it, but not more often than this. */
const PLAN_REST_MS = 1_000;

@Injectable()
export class Roster {
  readonly #people: DataLoader<string, RosterRow | null>;
  readonly #plans: DataLoader<string, CommunePlan>;

  constructor(@Inject(POOL) pool: pg.Pool, events: Events) {
    this.#people = remembering((ids) => readRosterRows(pool, ids), PEOPLE);
    this.#plans = remembering((ids) => readPlans(pool, ids), COMMUNES);
    events.onForget((what) => {
      if ('personId' in what) this.#people.clear(what.personId);
      else this.#plans.clear(what.communeId);
    });
  }

  /** Where a person stands; null for someone who belongs nowhere (yet). */
  async find(personId: string): Promise<RosterEntry | null> {
    const person = await this.#people.load(personId);
    if (person) return { person, plan: await this.#plans.load(person.communeId) };
    // Not remembered: whoever is let in later shall not wait for it.
    this.#people.clear(personId);
    return null;
  }

  /** The channel, if the actor has this permission in it; refuses as `accessChannel` does, without asking the database. */
  async access(
    { personId }: Actor,
    channelId: string,
    permission: Permission = 'channel.read',
  ): Promise<RosterAccess> {
    const entry = await this.find(personId);
    const known = entry && (entry.plan.channels.has(channelId) ? entry : await this.#readAgain(entry));
    const channel = known?.plan.channels.get(channelId);
    if (!channel) throw new AppError('not_found');
    const permissions = permissionsAt(known!, channel.groupId, channel);
    if (!permissions.has('channel.read')) throw new AppError('not_found');
    const mutedUntil = known!.person.memberships.get(channel.groupId)?.mutedUntil ?? null;
    return requirePermission({ ...known!, channel, permissions, mutedUntil }, permission);
  }

  async #readAgain({ person, plan }: RosterEntry): Promise<RosterEntry> {
    if (performance.now() - plan.readAt > PLAN_REST_MS) this.#plans.clear(plan.communeId);
    return { person, plan: await this.#plans.load(person.communeId) };
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

/** What many want at once is read in one statement, and then remembered. */
function remembering<V extends object | null>(read: (ids: readonly string[]) => Promise<V[]>, most: number) {
  return new DataLoader<string, V>(read, {
    maxBatchSize: 500,
    batchScheduleFn: setImmediate,
    cacheMap: new LRUCache<string, Promise<V>>({ max: most, ttl: TRUSTED_MS }),
  });
}
