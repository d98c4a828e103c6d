// The talk of one channel, day by day: only one day is ever held in memory.
import { countHappenings, type Counted, type Happening } from '../history.ts';
import { hastyDraft, inShorthand, withoutMarks } from '../typing.ts';
import { DAY, momentOf, share, type Day } from './calendar.ts';
import type { Member, PlannedGroup } from './plan.ts';
import type { Ids, Random } from './random.ts';
import { Scene, topicsFor } from './topics.ts';

/** One message as it stands at the end. */
export interface Spoken extends Counted {
  id: string;
  author: Member;
  seat: string | null;
  text: string;
  replyTo: Spoken | null;
  createdAt: number;
  editedAt: number | null;
  deletedAt: number | null;
  /** What it said before it was edited. */
  draft: string | null;
}

export interface Talk {
  group: PlannedGroup;
  channelId: string;
  /** How much is said in all. */
  count: number;
  /** The office that somebody holds in the commune: they speak with it wherever they hold none. */
  communeSeat: (member: Member) => string | null;
}

const EDITED = 0.02;
const DELETED = 0.01;
const REPLIES = 0.3;
const LONGEST = 14;

/** The channel's messages of each day, counted; returns where the counters stand at the end. */
export function* talkOf(talk: Talk, days: Day[], random: Random, ids: Ids): Generator<Spoken[], Counted> {
  const { members } = talk.group;
  const holders = members.filter(({ role }) => role !== 'resident');
  const talkers = [...holders, ...random.shuffle(members.filter(({ role }) => role === 'resident'))];
  const counts = share(
    talk.count,
    days.map(({ weight }) => weight),
  );
  let counter: Counted = { seq: 0, version: 0 };
  for (const [index, day] of days.entries()) {
    const spoken: Spoken[] = [];
    while (spoken.length < counts[index]!) {
      const most = Math.min(LONGEST, counts[index]! - spoken.length);
      spoken.push(
        ...conversation(
          talk,
          day,
          1 + Math.floor(most * random.next() ** 1.6),
          holders,
          talkers,
          random,
          ids,
        ),
      );
    }
    counter = count(spoken, day, counter, random);
    yield spoken.sort((a, b) => a.seq - b.seq);
  }
  return counter;
}

/** Somebody begins, others answer within minutes. */
function conversation(
  { group, communeSeat }: Talk,
  day: Day,
  length: number,
  holders: Member[],
  talkers: Member[],
  random: Random,
  ids: Ids,
): Spoken[] {
  const topic = random.pick(topicsFor(group.kind, day.month));
  const scene = new Scene(topic, () => random.pick(talkers).person.address, random);
  const spoken: Spoken[] = [];
  let at = momentOf(day, random);
  const end = day.start + DAY - 1;
  for (let index = 0; index < length; index += 1) {
    const isStart = index === 0;
    const author =
      isStart && topic.isOfficial && holders.length > 0 ? random.pick(holders) : random.pickSkewed(talkers);
    spoken.push({
      id: ids.at(at),
      seq: 0,
      version: 0,
      author,
      seat: author.seat ?? communeSeat(author),
      text: typed(isStart ? scene.start() : scene.reply(), author),
      replyTo: !isStart && random.chance(REPLIES) ? random.pick(spoken) : null,
      createdAt: at,
      editedAt: null,
      deletedAt: null,
      draft: null,
    });
    at = Math.min(end, at + 15_000 + Math.floor(random.next() ** 2 * 600_000));
  }
  return spoken;
}

/** Edits and takes back some of a day's messages, then counts what happened in its order. */
function count(spoken: Spoken[], day: Day, counter: Counted, random: Random): Counted {
  const happenings: Happening<Spoken>[] = [];
  for (const message of spoken) {
    happenings.push({ at: message.createdAt, message, isNew: true });
    const at = Math.min(day.start + DAY - 1, message.createdAt + 20_000 + random.below(1_200_000));
    const chance = random.next();
    if (chance < DELETED) message.deletedAt = at;
    else if (chance < DELETED + EDITED) {
      message.editedAt = at;
      message.draft = hastyDraft(message.text);
    } else continue;
    happenings.push({ at, message, isNew: false });
  }
  return countHappenings(happenings, counter);
}

function typed(text: string, { person }: Member): string {
  if (person.typing === 'unmarked') return withoutMarks(text);
  return person.typing === 'shorthand' ? inShorthand(text) : text;
}
