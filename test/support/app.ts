// Boots the real hub on a database of its own, and makes communes with people in it. Each test makes its own commune.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { GroupKind } from '../../shared/places.ts';
import type { Role } from '../../shared/permissions.ts';
import { createApp } from '../../server/app.ts';
import { overrideOf } from '../../server/channels/channels.service.ts';
import { Channel } from '../../server/channels/channel.entity.ts';
import { Person } from '../../server/identity/person.entity.ts';
import { SessionsService, SESSION_COOKIE } from '../../server/identity/sessions.service.ts';
import { Commune } from '../../server/places/commune.entity.ts';
import { Group } from '../../server/places/group.entity.ts';
import { Household } from '../../server/places/household.entity.ts';
import { Membership } from '../../server/places/membership.entity.ts';
import { readConfig, type Config } from '../../server/platform/config.ts';
import { newId } from '../../server/platform/id.ts';
import { connectRedis } from '../../server/platform/redis.ts';
import { Actor } from './actor.ts';
import { createDatabase } from './services.ts';

export interface HubOptions {
  /** Taken from another hub to run a second process beside it. */
  databaseUrl?: string;
  redisUrl?: string;
  config?: Partial<Config>;
}

export interface Hub {
  app: NestFastifyApplication;
  em: EntityManager;
  url: string;
  databaseUrl: string;
  /** A client without a session. */
  visitor(): Actor;
  /** A fresh commune: its own group, `tdp12` and `tdp13`, each with a household, a chat channel and a channel of notices. */
  commune(): Promise<TestCommune>;
  close(): Promise<void>;
}

/** Starts the hub for one test file, and stops it after the file. Rate limits are a hundredfold unless the file sets them. */
export async function bootHub({ databaseUrl, redisUrl, config }: HubOptions = {}): Promise<Hub> {
  const url = databaseUrl ?? (await createDatabase());
  const redis = redisUrl ? await connectRedis(redisUrl) : null;
  const folder = await mkdtemp(join(tmpdir(), 'dinh-files-'));
  const settings = {
    ...readConfig({ LOG_LEVEL: 'fatal', RATE_LIMIT_SCALE: '100', DEMO: 'never', FILES_DIR: folder }),
    ...config,
  };
  const app = await createApp({ config: settings, databaseUrl: url, redis }, null);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const base = `http://127.0.0.1:${port}`;
  const em = app.get(EntityManager);
  const actors: Actor[] = [];
  let isClosed = false;
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    for (const actor of actors) actor.disconnect();
    await app.close();
    redis?.disconnect();
    await rm(folder, { recursive: true, force: true });
  };
  afterAll(close);
  const hub: Hub = {
    app,
    em,
    url: base,
    databaseUrl: url,
    visitor: () => {
      const actor = new Actor(base, null, { id: '', name: 'visitor' });
      actors.push(actor);
      return actor;
    },
    commune: () => TestCommune.make(hub, (actor) => actors.push(actor)),
    close,
  };
  return hub;
}

/** A place in a group: `{ tdp13: 'head' }`, or with a seat or a household `{ tdp13: ['head', 'Tổ trưởng tổ 13'] }`. */
type Place = Role | [Role, string];

export class TestCommune {
  readonly groups: Record<string, Group> = {};
  readonly chats: Record<string, Channel> = {};
  readonly households: Record<string, Household> = {};
  #people = 0;

  private constructor(
    readonly hub: Hub,
    readonly id: string,
    readonly slug: string,
    private readonly onActor: (actor: Actor) => void,
  ) {}

  static async make(hub: Hub, onActor: (actor: Actor) => void): Promise<TestCommune> {
    const id = newId();
    const slug = `xa-${id}`;
    const em = hub.em.fork();
    em.create(
      Commune,
      {
        id,
        slug,
        name: `Xã ${id.slice(-6)}`,
        province: 'Bắc Kạn',
        description: '',
        isDemo: false,
        portalTemplate: 'https://dichvucong.example/tthc/{code}',
        createdAt: new Date(),
      },
      { persist: true },
    );
    await em.flush();
    const commune = new TestCommune(hub, id, slug, onActor);
    await commune.group('commune', 'commune', null);
    await commune.group('tdp12', 'residential', 12);
    await commune.group('tdp13', 'residential', 13);
    return commune;
  }

  /** Adds a group under a key, with its channels; a residential one also with a household under the same key. */
  async group(key: string, kind: GroupKind, number: number | null): Promise<Group> {
    const em = this.hub.em.fork();
    const createdAt = new Date();
    const commune = em.getReference(Commune, this.id);
    const group = em.create(Group, {
      id: newId(),
      commune,
      kind,
      number,
      name: key,
      description: '',
      createdAt,
    });
    em.persist(group);
    for (const [position, channelKind] of (['chat', 'notices'] as const).entries()) {
      const channel = em.create(Channel, {
        id: newId(),
        group,
        kind: channelKind,
        name: channelKind,
        position,
        override: overrideOf(channelKind),
        createdAt,
      });
      em.persist(channel);
      if (channelKind === 'chat') this.chats[key] = channel;
    }
    if (kind === 'residential') {
      const household = em.create(Household, {
        id: newId(),
        group,
        address: `Số 1 ${key}`,
        hasSmartphone: true,
        createdAt,
      });
      em.persist(household);
      this.households[key] = household;
    }
    await em.flush();
    this.groups[key] = group;
    return group;
  }

  /** Adds a household to a group. */
  async household(groupKey: string, address: string, hasSmartphone = true): Promise<Household> {
    const em = this.hub.em.fork();
    const group = em.getReference(Group, this.groups[groupKey]!.id);
    const household = em.create(Household, {
      id: newId(),
      group,
      address,
      hasSmartphone,
      createdAt: new Date(),
    });
    em.persist(household);
    await em.flush();
    return household;
  }

  /**
   * A signed-in person with these places; one in the commune's own group comes by itself as resident. In a residential group
   * they live in the group's household, or in the given one.
   */
  async person(places: Record<string, Place>, household?: Household): Promise<Actor> {
    const em = this.hub.em.fork();
    this.#people += 1;
    const person = em.create(Person, {
      id: newId(),
      name: `Người ${this.#people}`,
      phone: `+849${String(this.#people).padStart(8, '0')}`,
      passphraseHash: '',
      createdAt: new Date(),
    });
    em.persist(person);
    for (const [key, place] of Object.entries({ commune: 'resident' as Place, ...places })) {
      const [role, seat] = typeof place === 'string' ? [place, null] : place;
      const home = household?.group.id === this.groups[key]!.id ? household : this.households[key];
      em.persist(
        em.create(Membership, {
          id: newId(),
          person,
          group: em.getReference(Group, this.groups[key]!.id),
          household: home ? em.getReference(Household, home.id) : null,
          role,
          seat,
          status: 'active',
          createdAt: new Date(),
        }),
      );
    }
    await em.flush();
    return this.signIn(person);
  }

  /** A client with a new session of this person. */
  async signIn({ id, name }: { id: string; name: string }): Promise<Actor> {
    const { em, app } = this.hub;
    const token = await RequestContext.create(em, async () => {
      const session = app.get(SessionsService).open(id, undefined);
      await em.flush();
      return session.token;
    });
    const actor = new Actor(this.hub.url, `${SESSION_COOKIE}=${token}`, { id, name });
    this.onActor(actor);
    return actor;
  }
}
