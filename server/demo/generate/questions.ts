// A year of questions about procedures; the answers are made of what the catalogue says.
import type { ProcedureBody, ThreadStatus } from '../../../shared/procedures.ts';
import { DAY, momentOf, type Day } from './calendar.ts';
import type { Person } from './people.ts';
import type { Member, Plan } from './plan.ts';
import type { Ids, Random } from './random.ts';

export interface CatalogueEntry {
  id: string;
  body: ProcedureBody;
}

export interface MadePost {
  id: string;
  clientId: string;
  author: Person;
  seat: string | null;
  isOfficial: boolean;
  text: string;
  at: number;
}

export interface MadeThread {
  id: string;
  clientId: string;
  procedure: CatalogueEntry;
  asker: Person;
  question: string;
  isPrivate: boolean;
  status: ThreadStatus;
  takenBy: Person | null;
  createdAt: number;
  answeredAt: number | null;
  solvedAt: number | null;
  version: number;
  posts: MadePost[];
}

/** One question for so many people in a year. */
const PEOPLE_PER_QUESTION = 5;

const openings = [
  'Cho em hỏi',
  'Em xin hỏi',
  'Các anh chị cho tôi hỏi',
  'Bác muốn hỏi các cháu',
  'Dạ cho cháu hỏi',
  'Tôi hỏi giúp mẹ tôi',
];
const asks = [
  'cần những giấy tờ gì ạ?',
  'làm trên mạng được không hay phải ra phường?',
  'mất bao nhiêu tiền và mấy ngày thì có?',
  'người khác đi làm thay được không ạ?',
  'nộp ở đâu, giờ nào vắng ạ?',
  'em nộp rồi mà báo thiếu hồ sơ, thiếu cái gì được ạ?',
  'giấy cũ bị rách thì làm lại thế nào?',
  'có cần về quê xác nhận không ạ?',
];
const circumstances = [
  'Em đang tạm trú ở tổ này.',
  'Mẹ em 78 tuổi, đi lại khó.',
  'Em làm ca, chỉ rảnh buổi chiều.',
  'Giấy cũ từ năm 1998.',
  'Trước em làm ở tỉnh khác.',
  'Chồng em đi làm xa chưa về được.',
  'Nhà em mới chuyển về.',
  'Em cần gấp trong tuần này.',
  '',
  '',
];
const thanks = [
  'Em cảm ơn ạ.',
  'Em làm xong sáng nay rồi, nhanh lắm.',
  'Rõ rồi, cảm ơn cháu.',
  'Vâng để mai em ra.',
  'Tuyệt vời, cảm ơn anh chị.',
];

export function* makeThreads(
  plan: Plan,
  catalogue: CatalogueEntry[],
  days: Day[],
  random: Random,
  ids: Ids,
): Generator<MadeThread> {
  const team = plan.commune.members.filter(({ role }) => role === 'tech' || role === 'official');
  const last = days.at(-1)!;
  const end = last.start + DAY;
  const count = Math.round(plan.people.length / PEOPLE_PER_QUESTION);
  const moments = Array.from({ length: count }, () => momentOf(random.pick(days), random)).sort(
    (a, b) => a - b,
  );
  for (const createdAt of moments) {
    const procedure = random.pickSkewed(catalogue, 1.4);
    yield answer(
      {
        id: ids.at(createdAt),
        clientId: ids.client(),
        procedure,
        asker: random.pick(plan.people),
        question: question(procedure.body, random),
        isPrivate: random.chance(0.15),
        status: 'open',
        takenBy: null,
        createdAt,
        answeredAt: null,
        solvedAt: null,
        version: 1,
        posts: [],
      },
      team,
      end,
      random,
      ids,
    );
  }
}

/** What became of a question until the end of the history: taken, answered, thanked for, solved. */
function answer(thread: MadeThread, team: Member[], end: number, random: Random, ids: Ids): MadeThread {
  const helper = random.pick(team.filter(({ person }) => person !== thread.asker));
  const say = (author: Person, seat: string | null, text: string, at: number) => {
    thread.posts.push({
      id: ids.at(at),
      clientId: ids.client(),
      author,
      seat,
      isOfficial: seat !== null,
      text,
      at,
    });
    thread.version += 1;
  };
  let at = thread.createdAt + 10 * 60_000 + Math.floor(random.next() ** 2 * 2 * DAY);
  if (at >= end || random.chance(0.01)) return thread;
  thread.takenBy = helper.person;
  thread.status = 'taken';
  thread.version += 1;
  at += 60_000 + random.below(4 * 3_600_000);
  if (at >= end || random.chance(0.01)) return thread;
  say(helper.person, helper.seat, reply(thread.procedure.body, random), at);
  thread.answeredAt = at;
  thread.status = 'answered';
  at += 60_000 + random.below(DAY);
  if (at >= end || random.chance(0.2)) return thread;
  // Whoever says thanks marks it solved in the same minute: a further word alone would open the question again.
  if (random.chance(0.6)) say(thread.asker, null, random.pick(thanks), at);
  thread.status = 'solved';
  thread.solvedAt = Math.min(at + 20_000, end - 1);
  thread.version += 1;
  return thread;
}

function question({ name, keywords }: ProcedureBody, random: Random): string {
  const about =
    random.chance(0.5) && keywords.length > 0
      ? `làm ${random.pick(keywords)}`
      : `thủ tục ${name.toLowerCase()}`;
  return [`${random.pick(openings)} ${about} ${random.pick(asks)}`, random.pick(circumstances)]
    .filter(Boolean)
    .join(' ');
}

function reply({ name, documents, channels, place }: ProcedureBody, random: Random): string {
  const way = random.pick(channels);
  return [
    random.pick(['Dạ', 'Chào bác,', 'Vâng ạ,', 'Tôi trả lời như sau:']) + ` thủ tục "${name}" cần mang:`,
    documents
      .slice(0, 3)
      .map((document) => document.name)
      .join('; ') + '.',
    `Thời hạn: ${way.timeLimit}.`,
    random.chance(0.7) ? `Lệ phí: ${way.fee}.` : '',
    random.chance(0.5) ? `Nơi làm: ${place}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
