// Topics and who follows them. A topic comes to be with its first answer; until then its message has one in which nothing was said.
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type pg from 'pg';
import type { ChannelView } from '../../shared/channels.ts';
import type { Actor } from '../identity/actor.ts';
import { findStanding, permissionsIn } from '../places/place.access.ts';
import { AppError } from '../platform/app-error.ts';
import { inThreeTurns } from '../platform/coalescing.ts';
import { Events, room } from '../platform/events.ts';
import { POOL } from '../platform/tokens.ts';
import { accessChannel } from './channel.access.ts';
import { Channel } from './channel.entity.ts';
import { readBadges } from './channel.queries.ts';
import { channelView } from './channel.view.ts';
import {
  isFollowing,
  joinTopic,
  makeTopic,
  readFollowed,
  readTopicPlaces,
  setFollowing,
  type FollowedTopic,
} from './topic.queries.ts';

/** Bounds the statement that answers many at once. */
const PEOPLE_AT_ONCE = 200;

@Injectable()
export class TopicsService {
  readonly #followed: DataLoader<string, FollowedTopic[]>;

  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
    @Inject(POOL) private readonly pool: pg.Pool,
  ) {
    this.#followed = new DataLoader<string, FollowedTopic[]>((ids) => readFollowed(pool, ids), {
      cache: false,
      maxBatchSize: PEOPLE_AT_ONCE,
      batchScheduleFn: inThreeTurns,
    });
  }

  /** The topics that a person follows, whether or not they may still read them. */
  followedBy(personId: string): Promise<FollowedTopic[]> {
    return this.#followed.load(personId);
  }

  /** The topics that I follow and may read, the one with the latest answer first. */
  async list(actor: Actor): Promise<ChannelView[]> {
    const standing = await findStanding(this.em, actor);
    const followed = standing ? await this.followedBy(actor.personId) : [];
    if (!standing || followed.length === 0) return [];
    const parents = await this.em.find(
      Channel,
      {
        id: [...new Set(followed.map(({ parentId }) => parentId))],
        group: { id: [...standing.memberships.keys()] },
      },
      { populate: ['group'] },
    );
    const byId = new Map(
      parents
        .map((channel) => ({
          channel,
          permissions: permissionsIn(standing, channel.group, channel.override),
        }))
        .filter(({ permissions }) => permissions.has('channel.read'))
        .map((parent) => [parent.channel.id, parent]),
    );
    const readable = followed.filter(({ parentId }) => byId.has(parentId));
    const ids = readable.map(({ id }) => id);
    const badges = await readBadges(this.em, actor.personId, ids);
    const places = await readTopicPlaces(this.em, actor.personId, ids);
    return readable.map(({ id, parentId }) => {
      const { channel, permissions } = byId.get(parentId)!;
      return channelView(channel, permissions, badges.get(id), { id, ...places.get(id)! });
    });
  }

  /** Follows a topic, or leaves it; without an answer there is none yet. */
  async follow(actor: Actor, topicId: string, isOn: boolean): Promise<ChannelView> {
    const { channel, permissions } = await accessChannel(this.em, actor, topicId);
    if (!(await setFollowing(this.em, actor.personId, topicId, isOn))) throw new AppError('not_found');
    this.#tell(actor.personId, topicId, isOn);
    const badges = await readBadges(this.em, actor.personId, [topicId]);
    const places = await readTopicPlaces(this.em, actor.personId, [topicId]);
    return channelView(channel, permissions, badges.get(topicId), { id: topicId, ...places.get(topicId)! });
  }

  /**
   * Before something is said in a topic: makes it, if it is the first answer, and lets those follow whom it concerns. Call the
   * returned function once the words stand: it tells who follows anew. `not_found` where the message has gone before any answer.
   */
  async join(topicId: string, speakerId: string, others: string[]): Promise<() => void> {
    if (others.length === 0 && (await isFollowing(this.pool, speakerId, topicId))) return () => undefined;
    const withAuthor = await makeTopic(this.pool, topicId);
    const joined = await joinTopic(this.pool, { topicId, speakerId, others, withAuthor });
    if (!joined) throw new AppError('not_found');
    return () => joined.forEach((personId) => this.#tell(personId, topicId, true));
  }

  #tell(personId: string, channelId: string, isOn: boolean): void {
    this.events.publish(room.user(personId), 'topic.followed', { channelId, isFollowing: isOn });
  }
}
