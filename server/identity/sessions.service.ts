// Signed-in devices: an opaque token in an HttpOnly cookie, its hash in the database, so that ending one acts at once.
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { parseCookie } from 'cookie';
import { createHash, randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import type pg from 'pg';
import type { SessionView } from '../../shared/identity.ts';
import { AppError } from '../platform/app-error.ts';
import { Events, room } from '../platform/events.ts';
import { newId } from '../platform/id.ts';
import { REDIS } from '../platform/redis.ts';
import { remembering } from '../platform/remembering.ts';
import { POOL } from '../platform/tokens.ts';
import type { Actor } from './actor.ts';
import { Person } from './person.entity.ts';
import { Session } from './session.entity.ts';

export const SESSION_COOKIE = 'dinh_session';
const LIFETIME_MS = 180 * 24 * 3600 * 1000;
/** How stale `lastSeenAt` may be: so that reading does not write at every request. */
const SEEN_EVERY_MS = 5 * 60 * 1000;
/** Devices remembered at a time. */
const DEVICES = 20_000;
/** How long an ended session may live on where word of its end was lost between processes. One alone hears all. */
const TRUSTED_MS = { alone: 60_000, amongOthers: 5_000 };

@Injectable()
export class SessionsService {
  /** By the hash of their token. */
  readonly #running: ReturnType<typeof remembering<RunningSession>>;

  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(REDIS) redis: Redis | null,
  ) {
    const trustedMs = TRUSTED_MS[redis ? 'amongOthers' : 'alone'];
    this.#running = remembering((hashes) => readRunning(pool, hashes), { most: DEVICES, trustedMs });
    events.onForget((what) => {
      if (what === 'everything') this.#running.clearAll();
      else if ('tokenHash' in what) this.#running.clear(what.tokenHash);
    });
  }

  /** Opens a session for a device and gives its token, which is stored nowhere else. The caller flushes. */
  open(personId: string, userAgent: string | undefined): { token: string; maxAgeSeconds: number } {
    const token = randomBytes(32).toString('base64url');
    const now = new Date();
    this.em.persist(
      this.em.create(Session, {
        id: newId(),
        person: this.em.getReference(Person, personId),
        tokenHash: hashToken(token),
        device: describeDevice(userAgent),
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + LIFETIME_MS),
      }),
    );
    return { token, maxAgeSeconds: LIFETIME_MS / 1000 };
  }

  /** Whom a Cookie header belongs to, if its session still runs. Works outside of a request too. */
  async actorOf(cookieHeader: string | undefined): Promise<Actor | null> {
    const token = cookieHeader && parseCookie(cookieHeader)[SESSION_COOKIE];
    if (!token) return null;
    const session = await this.#running.load(hashToken(token));
    const now = new Date();
    if (!session || session.expiresAt < now) return null;
    if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) {
      session.lastSeenAt = now;
      await this.em.fork().nativeUpdate(Session, session.id, { lastSeenAt: now });
    }
    return { personId: session.personId, sessionId: session.id };
  }

  /** Those of these sessions that still run. */
  async running(sessionIds: string[]): Promise<Set<string>> {
    const { rows } = await this.pool.query<{ id: string }>(
      'select id from session where id = any($1::uuid[]) and expires_at > now()',
      [sessionIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async list(actor: Actor): Promise<SessionView[]> {
    const sessions = await this.em.find(
      Session,
      { person: actor.personId, expiresAt: { $gt: new Date() } },
      { orderBy: { lastSeenAt: 'desc' } },
    );
    return sessions.map(({ id, device, createdAt, lastSeenAt }) => ({
      id,
      device,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      isCurrent: id === actor.sessionId,
    }));
  }

  /** Ends all sessions of a person, in the caller's transaction. To be called after its commit is what this gives back. */
  async endAll(em: EntityManager, personId: string): Promise<() => void> {
    const ended = await em.execute<{ token_hash: string }[]>(
      'delete from session where person_id = ? returning token_hash',
      [personId],
    );
    return () => {
      for (const { token_hash: tokenHash } of ended) this.events.forget({ tokenHash });
      this.events.close(room.user(personId));
    };
  }

  /** Ends one of the actor's own sessions; its sockets are cut in the same moment. */
  async end(actor: Actor, sessionId: string): Promise<void> {
    const ended = await this.em.execute<{ token_hash: string }[]>(
      'delete from session where id = ? and person_id = ? returning token_hash',
      [sessionId, actor.personId],
    );
    if (ended.length === 0) throw new AppError('not_found');
    for (const { token_hash: tokenHash } of ended) this.events.forget({ tokenHash });
    this.events.close(room.session(sessionId));
  }
}

interface RunningSession {
  id: string;
  personId: string;
  lastSeenAt: Date;
  expiresAt: Date;
}

/** In the order of the hashes; null for what is no running session. */
async function readRunning(pool: pg.Pool, hashes: readonly string[]): Promise<(RunningSession | null)[]> {
  const { rows } = await pool.query<RunningSession & { tokenHash: string }>({
    name: 'running_sessions',
    text: `select id, person_id as "personId", last_seen_at as "lastSeenAt", expires_at as "expiresAt", token_hash as "tokenHash"
      from session where token_hash = any($1::text[]) and expires_at > now()`,
    values: [hashes],
  });
  const byHash = new Map(rows.map((row) => [row.tokenHash, row]));
  return hashes.map((hash) => byHash.get(hash) ?? null);
}

const hashToken = (token: string) => createHash('sha256').update(token).digest('base64url');

/** A few words by which its owner knows a device: "Chrome, Android". The header itself is not kept. */
function describeDevice(userAgent = ''): string {
  const browser = ['Edg', 'OPR', 'CocCoc', 'coc_coc_browser', 'Firefox', 'Chrome', 'Safari'].find((name) =>
    userAgent.includes(name),
  );
  const system = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'Linux'].find((name) =>
    userAgent.includes(name),
  );
  const names: Record<string, string> = {
    Edg: 'Edge',
    OPR: 'Opera',
    coc_coc_browser: 'Cốc Cốc',
    CocCoc: 'Cốc Cốc',
  };
  return [browser && (names[browser] ?? browser), system].filter(Boolean).join(', ') || '–';
}
