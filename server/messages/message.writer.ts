// The hot path: how a message gets into PostgreSQL. Whatever waits when the previous statement returns goes into the next one
// (group commit): one lane, no timer, no entity. One message alone waits for nobody; a thousand cost little more than one.
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { MessageView } from '../../shared/messages.ts';
import { Events, room } from '../platform/events.ts';
import { newId } from '../platform/id.ts';
import { POOL } from '../platform/tokens.ts';

export interface Author {
  id: string;
  name: string;
  seat: string | null;
}

/** A message that was checked and may be stored. */
export interface Draft {
  channelId: string;
  clientId: string;
  author: Author;
  text: string;
  replyTo: { id: string; seq: number } | null;
}

interface Waiting {
  draft: Draft;
  resolve: (view: MessageView) => void;
  reject: (error: unknown) => void;
}

interface StoredRow {
  ord: number;
  id: string;
  channel_id: string;
  seq: string;
  version: string;
  text: string;
  reply_to_id: string | null;
  reply_to_seq: string | null;
  created_at: Date;
  edited_at: Date | null;
  deleted_at: Date | null;
  removed_at: Date | null;
  is_new: boolean;
}

/** Bounds the statement; what is over waits for the next one. */
const BATCH = 500;
const UNIQUE_VIOLATION = '23505';

/**
 * Channels are locked in the order of their ids, so that two processes cannot wait for each other in a circle. A repeated
 * (author, client id) gives the row that stands; only new rows move `seq` and `version`, by one each and without holes.
 */
const INSERT = `
  with input as (
    select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::uuid[], $9::int8[])
      as t(ord, id, channel_id, author_id, client_id, seat, text, reply_to_id, reply_to_seq)
  ), known as (
    select i.ord, m.* from input i join message m on m.author_id = i.author_id and m.client_id = i.client_id
  ), fresh as (
    select i.*, row_number() over (partition by i.channel_id order by i.ord) as place
    from input i where not exists (select from known k where k.ord = i.ord)
  ), locked as materialized (
    select c.id from channel c where c.id in (select channel_id from fresh) order by c.id for no key update
  ), counted as (
    select channel_id, count(*) as n from fresh where channel_id in (select id from locked) group by channel_id
  ), moved as (
    update channel c set seq = c.seq + n, version = c.version + n from counted
    where c.id = counted.channel_id
    returning c.id, c.seq - n as seq, c.version - n as version
  ), stored as (
    insert into message (id, channel_id, seq, version, author_id, client_id, seat, text, reply_to_id, reply_to_seq, created_at)
    select f.id, f.channel_id, moved.seq + place, moved.version + place, f.author_id, f.client_id, f.seat, f.text,
      f.reply_to_id, f.reply_to_seq, clock_timestamp()
    from fresh f join moved on moved.id = f.channel_id
    returning *
  )
  select f.ord, s.id, s.channel_id, s.seq, s.version, s.text, s.reply_to_id, s.reply_to_seq, s.created_at,
    s.edited_at, s.deleted_at, s.removed_at, true as is_new
  from stored s join fresh f on f.id = s.id
  union all
  select ord, id, channel_id, seq, version, text, reply_to_id, reply_to_seq, created_at,
    edited_at, deleted_at, removed_at, false
  from known
  order by ord`;

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
      this.#waiting.push({ draft, resolve, reject });
      if (!this.#isWriting) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      const { batch, rest } = takeBatch(this.#waiting);
      this.#waiting = rest;
      try {
        this.#settle(batch, await this.#insert(batch));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#isWriting = false;
  }

  async #insert(batch: Waiting[], isRetry = false): Promise<StoredRow[]> {
    const drafts = batch.map(({ draft }) => draft);
    const values = [
      drafts.map((_, index) => index),
      drafts.map(() => newId()),
      drafts.map(({ channelId }) => channelId),
      drafts.map(({ author }) => author.id),
      drafts.map(({ clientId }) => clientId),
      drafts.map(({ author }) => author.seat),
      drafts.map(({ text }) => text),
      drafts.map(({ replyTo }) => replyTo?.id ?? null),
      drafts.map(({ replyTo }) => replyTo?.seq ?? null),
    ];
    try {
      return (await this.pool.query<StoredRow>({ name: 'insert_messages', text: INSERT, values })).rows;
    } catch (error) {
      // Another process stored one of these client ids in the same moment: now it is known.
      if (!isRetry && (error as { code?: string }).code === UNIQUE_VIOLATION)
        return this.#insert(batch, true);
      throw error;
    }
  }

  #settle(batch: Waiting[], rows: StoredRow[]): void {
    for (const row of rows) {
      const { draft, resolve } = batch[row.ord]!;
      const view = storedView(row, draft);
      if (row.is_new) this.events.publish(room.channel(view.channelId), 'message.created', view);
      resolve(view);
    }
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

function storedView(row: StoredRow, { author, clientId }: Draft): MessageView {
  const isGone = row.deleted_at !== null || row.removed_at !== null;
  return {
    id: row.id,
    channelId: row.channel_id,
    seq: Number(row.seq),
    version: Number(row.version),
    clientId,
    author,
    text: isGone ? '' : row.text,
    replyTo: row.reply_to_id ? { id: row.reply_to_id, seq: Number(row.reply_to_seq) } : null,
    createdAt: row.created_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    deletedAt: row.deleted_at?.toISOString() ?? null,
    removedAt: row.removed_at?.toISOString() ?? null,
  };
}
