// All that was said, as rows: one COPY a channel, each with only a day of it in memory.
import type { Counted } from '../history.ts';
import { share } from './calendar.ts';
import type { Making } from './making.ts';
import type { Member, PlannedGroup } from './plan.ts';
import { showProgress } from './progress.ts';
import { talkOf, type Spoken } from './talk.ts';

/** How much of all talk is in groups of a kind, if they are there. */
const shares = { commune: 12, residential: 68, sector: 5, association: 12, internal: 3 };
/** So many never open a channel. */
const STRANGERS = 0.06;

export async function copyTalk(making: Making, total: number): Promise<void> {
  const { client, copier, plan, days, random, ids, log } = making;
  const groups = plan.groups.filter(({ members }) => members.length > 0);
  const counts = share(total, weightsOf(groups));
  const seats = new Map(plan.commune.members.map(({ person, seat }) => [person, seat]));
  const communeSeat = ({ person }: Member) => seats.get(person) ?? null;
  const progress = showProgress('messages', total, log);
  const revisions: Revision[] = [];
  const ends: { channelId: string; group: PlannedGroup; end: Counted }[] = [];
  try {
    for (const [index, group] of groups.entries()) {
      const channelId = group.channels[0]!.id;
      const talk = { group, channelId, count: counts[index]!, communeSeat };
      let end: Counted = { seq: 0, version: 0 };
      const rows = function* () {
        const history = talkOf(talk, days, random.fork(group.name), ids);
        let day = history.next();
        for (; !day.done; day = history.next()) {
          for (const spoken of day.value) {
            if (spoken.draft)
              revisions.push({
                id: ids.at(spoken.editedAt!),
                spoken: spoken.id,
                text: spoken.draft,
                at: spoken.editedAt!,
              });
            yield messageRow(spoken, channelId, ids.client());
          }
          progress.advance(day.value.length);
        }
        end = day.value;
      };
      await copier.copy('message', rows());
      await client.query('update channel set seq = $2, version = $3 where id = $1', [
        channelId,
        end.seq,
        end.version,
      ]);
      ends.push({ channelId, group, end });
    }
  } finally {
    progress.stop();
  }
  await copier.copy(
    'message_revision',
    revisions.map(({ id, spoken, text, at }) => ({
      id,
      message_id: spoken,
      text,
      replaced_at: new Date(at),
    })),
  );
  await copyReadMarkers(making, ends);
}

/** An edit's former words; few enough to keep until all messages are in. */
interface Revision {
  id: string;
  spoken: string;
  text: string;
  at: number;
}

/** The kinds' shares, divided among the groups of a kind by their people. */
function weightsOf(groups: PlannedGroup[]): number[] {
  const people = new Map<string, number>();
  for (const { kind, members } of groups) people.set(kind, (people.get(kind) ?? 0) + members.length);
  return groups.map(({ kind, members }) => (shares[kind] * members.length) / people.get(kind)!);
}

function messageRow(spoken: Spoken, channelId: string, clientId: string) {
  const { id, seq, version, author, seat, text, replyTo, createdAt, editedAt, deletedAt } = spoken;
  return {
    id,
    channel_id: channelId,
    seq,
    version,
    author_id: author.person.id,
    client_id: clientId,
    seat,
    text,
    reply_to_id: replyTo?.id ?? null,
    reply_to_seq: replyTo?.seq ?? null,
    created_at: new Date(createdAt),
    edited_at: editedAt && new Date(editedAt),
    deleted_at: deletedAt && new Date(deletedAt),
  };
}

/** The diligent have read nearly everything. */
async function copyReadMarkers(
  { copier, random }: Making,
  channels: { channelId: string; group: PlannedGroup; end: Counted }[],
): Promise<void> {
  const chance = random.fork('markers');
  const rows = function* () {
    for (const { channelId, group, end } of channels) {
      for (const { person } of group.members) {
        if (chance.chance(STRANGERS)) continue;
        const missed = (1 - person.diligence) * chance.next() ** 3;
        yield { person_id: person.id, channel_id: channelId, seq: Math.round(end.seq * (1 - missed)) };
      }
    }
  };
  await copier.copy('read_marker', rows());
}
