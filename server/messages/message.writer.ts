// The hot path: how a message gets into PostgreSQL. Whatever waits when the previous statement returns goes into the next one
// (group commit): one lane, no timer, no entity. One message alone waits for nobody; a thousand cost little more than one.
import { Inject, Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type pg from 'pg';
import type { Carried } from '../../shared/carried.ts';
import type { PersonRef } from '../../shared/common.ts';
import type { MessageView } from '../../shared/messages.ts';
import { AppError } from '../platform/app-error.ts';
import { Events, room } from '../platform/events.ts';
import { isOutage } from '../platform/outage.ts';
import { POOL } from '../platform/tokens.ts';
import { readKnown } from './message.queries.ts';

/** A message that was checked and may be stored. */
export interface Draft {
  channelId: string;
  clientId: string;
  author: PersonRef;
  text: string;
  replyTo: { id: string; seq: number } | null;
  carried: Carried | null;
  /** To be called once it stands: for what follows from it. */
  onStored?: () => void;
}

interface Waiting {
  id: string;
  draft: Draft;
  resolve: (view: MessageView) => void;
  reject: (error: unknown) => void;
}

/** What PostgreSQL adds to a new message. */
interface StoredRow {
  id: string;
  seq: string;
  version: string;
  created_at: Date;
}

/** Bounds the statement; what is over waits for the next one. */
const BATCH = 500;
const UNIQUE_VIOLATION = '23505';

const COLUMNS = 'id, author_id, client_id, seat, text, reply_to_id, reply_to_seq, carried';
const STORED = 'returning id, seq, version, created_at';
/** One message, as nearly always: a seventh of PostgreSQL's time less than as a list of one. */
const STORE_ONE = {
  name: 'store_message',
  text: `
  with moved as (
    update channel set seq = seq + 1, version = version + 1 where id = $1 returning id, seq, version
  )
  insert into message (channel_id, seq, version, created_at, ${COLUMNS})
  select moved.id, moved.seq, moved.version, clock_timestamp(), $2, $3, $4, $5, $6, $7, $8, $9 from moved
  ${STORED}`,
};
/**
 * $1, $2: the channels and how many messages come to each, then the messages, each with its channel and its place among those of it.
 * Channels are locked in the order of their ids, so that two processes cannot wait for each other in a circle. `seq` and `version`
 * move by one for each message, without holes.
 */
const STORE_MANY = {
  name: 'store_messages',
  text: `
  with locked as materialized (
    select c.id, n.count from unnest($1::uuid[], $2::int8[]) as n(id, count) join channel c on c.id = n.id
    order by c.id for no key update of c
  ), moved as (
    update channel c set seq = c.seq + n.count, version = c.version + n.count from locked n where c.id = n.id
    returning c.id, c.seq - n.count as seq, c.version - n.count as version
  )
  insert into message (channel_id, seq, version, created_at, ${COLUMNS})
  select moved.id, moved.seq + t.place, moved.version + t.place, clock_timestamp(),
    t.id, t.author_id, t.client_id, t.seat, t.text, t.reply_to_id, t.reply_to_seq, t.carried
  from unnest($3::uuid[], $4::int8[],
    $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::uuid[], $11::int8[], $12::jsonb[])
    as t(channel_id, place, ${COLUMNS})
  join moved on moved.id = t.channel_id
  ${STORED}`,
};

@Injectable()
export class MessageWriter {
  #waiting: Waiting[] = [];
  #isWriting = false;

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly events: Events,
  ) {}

  /** Stores a message and tells its channel. Resolves once PostgreSQL has it; a repeat resolves to the first one. */
  write(draft: Draft): Promise<MessageView> {
    return new Promise((resolve, reject) => {
      // Node's own costs a fifth. Within a millisecond it has no order, and a message needs none: it has its `seq`.
      this.#waiting.push({ id: randomUUIDv7(), draft, resolve, reject });
      if (!this.#isWriting) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      await this.#gather();
      const { batch, rest } = takeBatch(this.#waiting);
      this.#waiting = rest;
      await this.#store(batch).catch((error: unknown) => this.#storeEach(batch, error));
    }
    this.#isWriting = false;
  }

  /** What PostgreSQL does not take of one shall not cost the others their words. */
  async #storeEach(batch: Waiting[], error: unknown): Promise<void> {
    if (batch.length === 1 || isOutage(error)) for (const { reject } of batch) reject(error);
    else for (const item of batch) await this.#store([item]).catch(item.reject);
  }

  /** Those who were just answered speak again while the rooms are told: as long as each turn brings more, it goes along. One alone waits for nobody. */
  async #gather(): Promise<void> {
    await setImmediate();
    if (this.#waiting.length === 1) return;
    let before: number;
    do {
      before = this.#waiting.length;
      await setImmediate();
    } while (this.#waiting.length > before && this.#waiting.length < BATCH);
  }

  async #store(batch: Waiting[], isRetry = false): Promise<void> {
    try {
      this.#settle(batch, await this.#insert(batch));
    } catch (error) {
      if (isRetry || (error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
      // A repeated client id: that one gets the message that stands, the others are stored without it.
      const fresh = await this.#settleKnown(batch);
      if (fresh.length > 0) await this.#store(fresh, true);
    }
  }

  async #insert(batch: Waiting[]): Promise<Map<string, StoredRow>> {
    const statement =
      batch.length === 1
        ? { ...STORE_ONE, values: [batch[0]!.draft.channelId, ...valuesOf(batch[0]!)] }
        : { ...STORE_MANY, values: listed(batch) };
    const { rows } = await this.pool.query<StoredRow>(statement);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Answers and tells, in the order in which the messages came. */
  #settle(batch: Waiting[], rows: Map<string, StoredRow>): void {
    for (const { id, draft, resolve, reject } of batch) {
      const row = rows.get(id);
      if (!row) {
        reject(new AppError('not_found')); // the channel is gone
        continue;
      }
      const view = newView(row, draft);
      draft.onStored?.();
      this.events.publish(room.channel(draft.channelId), 'message.created', view);
      resolve(view);
    }
  }

  /** Answers those that are stored already, and gives the others. */
  async #settleKnown(batch: Waiting[]): Promise<Waiting[]> {
    const known = await readKnown(
      this.pool,
      batch.map(({ draft }) => draft.author.id),
      batch.map(({ draft }) => draft.clientId),
    );
    return batch.filter(({ resolve }, index) => {
      const view = known.get(index);
      if (view) resolve(view);
      return !view;
    });
  }
}

/** The next batch in order; a client id that is in it already waits for the next one, where it is a repeat. */
function takeBatch(waiting: Waiting[]): { batch: Waiting[]; rest: Waiting[] } {
  const batch: Waiting[] = [];
  const rest: Waiting[] = [];
  const seen = new Set<string>();
  for (const item of waiting) {
    const key = `${item.draft.author.id} ${item.draft.clientId}`;
    if (batch.length < BATCH && !seen.has(key)) batch.push(item);
    else rest.push(item);
    seen.add(key);
  }
  return { batch, rest };
}

/** Of one message, in the order of COLUMNS. */
const valuesOf = ({ id, draft: { author, clientId, text, replyTo, carried } }: Waiting) => [
  id,
  author.id,
  clientId,
  author.seat,
  text,
  replyTo?.id ?? null,
  replyTo?.seq ?? null,
  carried && JSON.stringify(carried),
];

/** Of many, as STORE_MANY takes them. */
function listed(batch: Waiting[]): unknown[][] {
  const counts = new Map<string, number>();
  const places = batch.map(({ draft: { channelId } }) => {
    const place = (counts.get(channelId) ?? 0) + 1;
    counts.set(channelId, place);
    return place;
  });
  const rows = batch.map(valuesOf);
  const columns = rows[0]!.map((_, column) => rows.map((row) => row[column]));
  return [
    [...counts.keys()],
    [...counts.values()],
    batch.map(({ draft }) => draft.channelId),
    places,
    ...columns,
  ];
}

function newView(
  row: StoredRow,
  { channelId, clientId, author, text, replyTo, carried }: Draft,
): MessageView {
  return {
    id: row.id,
    channelId,
    seq: Number(row.seq),
    version: Number(row.version),
    clientId,
    author,
    text,
    replyTo,
    carried,
    createdAt: row.created_at.toISOString(),
    editedAt: null,
    deletedAt: null,
    removedAt: null,
    reactions: [],
    pin: null,
  };
}
