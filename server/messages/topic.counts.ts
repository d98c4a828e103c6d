// How many answers stand under a message, kept in the message: whoever looks at its channel sees it live, and after a while away. A
// busy topic must not slow the channel, so its answers are counted at once and then at most every two seconds.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { TopicCount } from '../../shared/carried.ts';
import { coalescing } from '../platform/coalescing.ts';
import { ErrorFilter } from '../platform/error.filter.ts';
import { Events, room } from '../platform/events.ts';
import { lockMessage, takeVersion } from './message.changes.ts';
import type { Message } from './message.entity.ts';
import { messageView } from './message.view.ts';

const REST_MS = 2_000;

@Injectable()
export class TopicCounts implements OnApplicationBootstrap {
  readonly #count = coalescing((topicId) => this.#keep(topicId), REST_MS);

  constructor(
    private readonly em: EntityManager,
    private readonly events: Events,
    private readonly errors: ErrorFilter,
  ) {
    // Where an answer goes, by whichever act, there is one less.
    events.onPacket((_, packet) => {
      for (const [name, payload] of packet)
        if (name === 'message.deleted' || name === 'message.removed') this.count(payload.channelId);
    });
  }

  /** Something was said in a topic, or went; that in a channel of a list is none of ours. */
  count(channelId: string): void {
    this.#count(channelId).catch((error: unknown) => this.errors.toAppError(error));
  }

  /** What a process that ended had not yet counted, the next one to start counts. */
  async onApplicationBootstrap(): Promise<void> {
    const left = await this.em.fork().execute<{ id: string }[]>(
      `select c.id from channel c join message root on root.id = c.id
       join message last on last.channel_id = c.id and last.seq = c.seq
       where c.parent_id is not null and last.created_at > now() - interval '1 day'
         and iso(last.created_at) is distinct from root.carried -> 'topic' ->> 'lastAt'`,
    );
    for (const { id } of left) this.count(id);
  }

  async #keep(topicId: string): Promise<void> {
    const em = this.em.fork();
    if (!(await isTopic(em, topicId))) return;
    const message = await em.transactional(async (em) => {
      const message = await lockMessage(em, topicId);
      const count = await readCount(em, topicId);
      const known = message.carried?.topic;
      if (count?.replies === known?.replies && count?.lastAt === known?.lastAt) return null;
      message.carried = withTopic(message, count);
      return takeVersion(em, message);
    });
    if (message)
      this.events.publish(room.channel(message.channel.id), 'message.changed', messageView(message));
  }
}

async function isTopic(em: EntityManager, id: string): Promise<boolean> {
  const rows = await em.execute<object[]>('select 1 from channel where id = ? and parent_id is not null', [
    id,
  ]);
  return rows.length > 0;
}

/** Undefined where no answer stands any more. */
async function readCount(em: EntityManager, topicId: string): Promise<TopicCount | undefined> {
  const [count] = await em.execute<TopicCount[]>(
    `select count(*)::int as replies, iso(max(created_at)) as "lastAt" from message
     where channel_id = ? and deleted_at is null and removed_at is null`,
    [topicId],
  );
  return count && count.replies > 0 ? count : undefined;
}

function withTopic({ carried }: Message, topic: TopicCount | undefined): Message['carried'] {
  const { topic: _, ...others } = carried ?? {};
  const all = { ...others, ...(topic && { topic }) };
  return Object.keys(all).length > 0 ? all : null;
}
