// What is said in the channels, counted as the hub itself counts, and how far everyone has read.
import { randomUUID } from 'node:crypto';
import { demoKeys } from '../demo.keys.ts';
import { countHappenings, type Happening } from '../history.ts';
import type { Row, Rows } from '../rows.ts';
import { hastyDraft } from '../typing.ts';
import type { SampleLine, SampleWard } from '../ward/sample.types.ts';
import type { SampleClock } from './clock.ts';
import { newIdAt } from './new-id.ts';
import type { Places } from './places.ts';

type MessageRow = Row & { id: string; seq: number; version: number; text: string; created_at: Date };

/** A line of the sample as it now stands in the database. */
export interface Said {
  line: SampleLine;
  row: MessageRow;
}

const EDITED_AFTER = 3;
const TAKEN_BACK_AFTER = 4;
/** How many of the last messages somebody who may be tried has not read yet, if they did not write themselves meanwhile. */
const LEFT_UNREAD = 4;

/** Adds every message; gives back those that others refer to, by key. */
export function buildMessages(
  rows: Rows,
  ward: SampleWard,
  clock: SampleClock,
  places: Places,
): Map<string, Said> {
  const removals = new Map(
    ward.flags.flatMap(({ line, decision }) =>
      decision?.action === 'remove' ? [[line, clock.at(decision)] as const] : [],
    ),
  );
  const byKey = new Map<string, Said>();
  const revisions: Row[] = [];
  for (const [channelKey, lines] of Map.groupBy(ward.lines, ({ channel }) => channel)) {
    const channel = places.channel(channelKey);
    const said = lines
      .map((line) => ({ line, at: clock.at(line) }))
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .map(({ line, at }) => ({ line, row: messageRow(line, at, channel.id, places) }));
    const happenings: Happening<MessageRow>[] = [];
    for (const one of said) {
      const { line, row } = one;
      if (line.key) byKey.set(line.key, one);
      const change = (column: string, at: Date) => {
        row[column] = at;
        happenings.push({ at: at.getTime(), message: row, isNew: false });
      };
      happenings.push({ at: row.created_at.getTime(), message: row, isNew: true });
      if (line.isEdited) {
        const at = clock.after(row.created_at, EDITED_AFTER);
        change('edited_at', at);
        const text = hastyDraft(row.text);
        revisions.push({ id: newIdAt(at), message_id: row.id, text, replaced_at: at });
      }
      if (line.isDeleted) change('deleted_at', clock.after(row.created_at, TAKEN_BACK_AFTER));
      const removedAt = line.key && removals.get(line.key);
      if (removedAt && !line.isDeleted) change('removed_at', removedAt);
    }
    Object.assign(channel, countHappenings(happenings));
    for (const { line, row } of said) {
      const quoted = line.replyTo && byKey.get(line.replyTo)?.row;
      if (quoted) Object.assign(row, { reply_to_id: quoted.id, reply_to_seq: quoted.seq });
      rows.add('message', row);
    }
    addReadMarkers(rows, channelKey, said, places);
  }
  for (const revision of revisions) rows.add('message_revision', revision);
  return byKey;
}

function messageRow(line: SampleLine, at: Date, channelId: string, places: Places): MessageRow {
  return {
    id: newIdAt(at),
    channel_id: channelId,
    seq: 0,
    version: 0,
    author_id: places.personId(line.author),
    client_id: randomUUID(),
    seat: places.seat(line.author, places.groupOf(line.channel)),
    text: line.text,
    reply_to_id: null,
    reply_to_seq: null,
    created_at: at,
    edited_at: null,
    deleted_at: null,
    removed_at: null,
  };
}

/** Everyone has read everything, except those who may be tried: they shall see what unread looks like. */
function addReadMarkers(rows: Rows, channelKey: string, said: Said[], places: Places): void {
  const group = places.groupOf(channelKey);
  const last = said.length;
  for (const person of places.personKeys().filter((key) => places.isMember(key, group))) {
    const isTried = demoKeys.some((key) => key === person);
    const ownLast = said.findLast(({ line }) => line.author === person)?.row.seq ?? 0;
    const seq = isTried ? Math.max(ownLast, last - LEFT_UNREAD, 0) : last;
    rows.add('read_marker', {
      person_id: places.personId(person),
      channel_id: places.channel(channelKey).id,
      seq,
    });
  }
}
