// What every client shows at the end, against the database.
import type pg from 'pg';
import type { Client } from './client/client.ts';

export interface Verdict {
  /** Acknowledged, and not stored as it was acknowledged. */
  lost: number;
  /** Stored twice, or twice on a screen. */
  doubled: number;
  /** Words of one person in another order than they were said in, holes in the places, screens out of order. */
  outOfOrder: number;
  /** Messages on screens that lack, or are not what the database says; acknowledged edits and deletions undone. */
  stale: number;
  /** Badges that tell another number of unread messages than the database. */
  unread: number;
  /** Clients that are not connected, or still wait for something. */
  unsettled: number;
}

interface StoredMessage {
  id: string;
  channelId: string;
  clientId: string;
  seq: number;
  version: number;
  text: string;
  isDeleted: boolean;
  /** As `emoji count`, and who is among them. */
  reactions: string;
  reactors: string[];
}

export const isFine = (verdict: Verdict) => Object.values(verdict).every((count) => count === 0);

/** `tell` hears of each fault, for who looks for its reason. */
export async function judge(
  database: pg.Pool,
  clients: Client[],
  tell: (what: string) => void,
): Promise<Verdict> {
  const authors = [...new Set(clients.map(({ resident }) => resident.id))];
  const messages = await readMessages(database, authors);
  const byId = new Map(messages.map((message) => [message.id, message]));
  const byChannel = Map.groupBy(messages, ({ channelId }) => channelId);
  const verdict: Verdict = { lost: 0, doubled: 0, outOfOrder: 0, stale: 0, unread: 0, unsettled: 0 };
  const count = (kind: keyof Verdict, what: string) => {
    verdict[kind] += 1;
    tell(`${kind}: ${what}`);
  };

  for (const [channelId, stored] of byChannel) {
    for (const [index, { seq }] of stored.entries())
      if (seq !== index + 1) count('outOfOrder', `a hole before ${seq} of ${channelId}`);
  }
  const originals = new Set<string>();
  for (const { text, id } of messages) {
    const original = text.split(',')[0]!;
    if (!original) continue; // taken back
    if (originals.has(original)) count('doubled', `${id} ${text}`);
    originals.add(original);
  }
  for (const client of clients) {
    const who = client.resident.name;
    if (!client.isSettled) count('unsettled', `${who} ${client.wire.connection}`);
    for (const acknowledged of client.outbox.acknowledged.values()) {
      let last = 0;
      for (const { id, seq, clientId } of acknowledged) {
        const stored = byId.get(id);
        if (stored?.clientId !== clientId || stored.seq !== seq) count('lost', `${who} ${id}`);
        if (seq <= last) count('outOfOrder', `${who} said ${seq} after ${last}`);
        last = seq;
      }
    }
    for (const [id, text] of client.changed) {
      const stored = byId.get(id);
      const isTrue = text === null ? stored?.isDeleted : stored?.text === text && !stored.isDeleted;
      if (!isTrue) count('stale', `${who} changed ${id} to ${text}, stored is ${JSON.stringify(stored)}`);
    }
    judgeScreen(client, byChannel, count);
  }
  await judgeBadges(database, clients, count);
  return verdict;
}

type Count = (kind: keyof Verdict, what: string) => void;

function judgeScreen(client: Client, byChannel: Map<string, StoredMessage[]>, count: Count): void {
  const timeline = client.conversation?.timeline;
  if (!timeline) return count('stale', `${client.resident.name} has nothing open`);
  const where = `${client.resident.name} in ${timeline.channelId}`;
  const shown = timeline.messages;
  const all = byChannel.get(timeline.channelId) ?? [];
  // Reading begins somewhere; from there to the newest nothing may be missing.
  const stored = all.filter(({ seq }) => seq >= (shown[0]?.seq ?? 1));
  const bySeq = new Map(shown.map((message) => [message.seq, message]));
  const ids = new Set<string>();
  for (const [index, { seq, id }] of shown.entries()) {
    if (index > 0 && seq <= shown[index - 1]!.seq) count('outOfOrder', `${where} at ${seq}`);
    if (ids.size === ids.add(id).size) count('doubled', `${where} at ${seq}`);
  }
  for (const message of stored) {
    const seen = bySeq.get(message.seq);
    const isMine = message.reactors.includes(client.resident.id);
    const right = [message.id, message.version, message.isDeleted, message.text, message.reactions, isMine];
    const there = seen && [
      seen.id,
      seen.version,
      seen.deletedAt !== null,
      seen.text,
      seen.reactions.map(({ emoji, count }) => `${emoji} ${count}`).join(),
      timeline.mine[message.id]?.length === 1,
    ];
    if (there?.join() !== right.join())
      count('stale', `${where} at ${message.seq}: ${there?.join() ?? 'missing'}, stored ${right.join()}`);
  }
  if (shown.length > stored.length) count('stale', `${where} shows what is not stored`);
}

async function judgeBadges(database: pg.Pool, clients: Client[], count: Count): Promise<void> {
  const { rows } = await database.query<{ key: string; read: string; unread: string }>(
    `select r.person_id || ' ' || c.id as key, coalesce(k.seq, 0) as read,
       (select count(*) from message m where m.channel_id = c.id and m.seq > coalesce(k.seq, 0)
          and m.author_id <> r.person_id and m.deleted_at is null) as unread
     from membership r join channel c on c.group_id = r.group_id
     left join read_marker k on k.person_id = r.person_id and k.channel_id = c.id
     where r.person_id = any($1)`,
    [clients.map(({ resident }) => resident.id)],
  );
  const stored = new Map(rows.map((row) => [row.key, row]));
  for (const { badges, resident } of clients) {
    for (const { id, unread, readSeq, version } of badges.channels) {
      const badge = stored.get(`${resident.id} ${id}`)!;
      // The server counts no further than a thousand.
      const isSame = unread === Number(badge.unread) || Math.min(unread, Number(badge.unread)) >= 1000;
      const isTrue = isSame && readSeq === Number(badge.read);
      if (!isTrue)
        count(
          'unread',
          `${resident.name} in ${id} (v${version}): ${unread} after ${readSeq}, stored ${badge.unread} after ${badge.read}`,
        );
    }
  }
}

async function readMessages(database: pg.Pool, authors: string[]): Promise<StoredMessage[]> {
  const { rows } = await database.query<StoredMessage & { seq: string; version: string }>(
    `select id, channel_id as "channelId", client_id as "clientId", seq, version, deleted_at is not null as "isDeleted",
       case when deleted_at is null then text else '' end as text,
       coalesce((select string_agg(emoji || ' ' || count, ',') from (
         select emoji, count(*) from reaction where message_id = message.id and deleted_at is null group by emoji
       ) counted), '') as reactions,
       array(select person_id from reaction where message_id = message.id and deleted_at is null) as reactors
     from message where author_id = any($1) order by channel_id, seq`,
    [authors],
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq), version: Number(row.version) }));
}
