// Cases as moderators read them: each with its flags, decisions and context, in a fixed number of queries.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Carried } from '../../shared/carried.ts';
import type { MessageView } from '../../shared/messages.ts';
import type { CaseStatus, CaseView } from '../../shared/moderation.ts';
import { Message } from '../messages/message.entity.ts';
import { messageView } from '../messages/message.view.ts';
import { Membership } from '../places/membership.entity.ts';
import { Case } from './case.entity.ts';
import { caseView } from './case.view.ts';
import { Decision } from './decision.entity.ts';
import { Flag } from './flag.entity.ts';

const LIST = 200;
/** How many messages on each side of a flagged one a moderator sees. */
export const AROUND = 5;

/** Ids of the groups' cases: open ones by how long they wait, decided ones by their last decision, newest first; none about the moderator. */
export async function findCaseIds(
  em: EntityManager,
  groupIds: string[],
  status: CaseStatus,
  moderatorId: string,
): Promise<string[]> {
  if (groupIds.length === 0) return [];
  const order =
    status === 'open'
      ? 'c.opened_at, c.id'
      : '(select max(d.created_at) from decision d where d.case_id = c.id) desc, c.id desc';
  const rows = await em.execute<{ id: string }[]>(
    `select c.id from moderation_case c
     where c.group_id in (${groupIds.map(() => '?').join(', ')}) and c.status = ? and not (c.subject_type = 'person' and c.subject_id = ?)
     order by ${order} limit ${LIST}`,
    [...groupIds, status, moderatorId],
  );
  return rows.map(({ id }) => id);
}

/** The cases of these ids, in this order, as they are now. */
export async function readCases(em: EntityManager, ids: string[]): Promise<CaseView[]> {
  if (ids.length === 0) return [];
  const cases = await em.find(
    Case,
    { id: ids },
    { populate: ['group', 'author', 'claimedBy'], refresh: true },
  );
  const ofThese = { case: { $in: ids } };
  const inOrder = { createdAt: 'asc', id: 'asc' } as const;
  const flags = await em.find(Flag, ofThese, { populate: ['reporter'], orderBy: inOrder });
  const decisions = await em.find(Decision, ofThese, { populate: ['moderator'], orderBy: inOrder });
  const flagsOf = Map.groupBy(flags, (flag) => flag.case.id);
  const decisionsOf = Map.groupBy(decisions, (decision) => decision.case.id);
  const seatIn = await readSeats(em, cases, [
    ...cases.flatMap(({ claimedBy }) => claimedBy?.id ?? []),
    ...flags.map(({ reporter }) => reporter.id),
    ...decisions.map(({ moderator }) => moderator.id),
  ]);
  const views = new Map(
    cases.map((found) => [
      found.id,
      caseView(found, flagsOf.get(found.id) ?? [], decisionsOf.get(found.id) ?? [], seatIn(found)),
    ]),
  );
  return ids.flatMap((id) => views.get(id) ?? []);
}

/** The offices that people hold in the cases' groups, or else commune-wide. */
async function readSeats(
  em: EntityManager,
  cases: Case[],
  personIds: string[],
): Promise<(found: Case) => (personId: string) => string | null> {
  const seated = await em.find(
    Membership,
    {
      person: { $in: [...new Set(personIds)] },
      status: 'active',
      seat: { $ne: null },
      group: {
        $or: [
          { id: cases.map(({ group }) => group.id) },
          { kind: 'commune', commune: { $in: cases.map(({ group }) => group.commune.id) } },
        ],
      },
    },
    { populate: ['group'] },
  );
  const seats = new Map(seated.map(({ person, group, seat }) => [`${group.id} ${person.id}`, seat]));
  const communeSeats = new Map(
    seated.filter(({ group }) => group.kind === 'commune').map(({ person, seat }) => [person.id, seat]),
  );
  return ({ group }) =>
    (personId) =>
      seats.get(`${group.id} ${personId}`) ?? communeSeats.get(personId) ?? null;
}

/** What the message carries that a case is about; as it stood, whether or not it was taken back. */
export async function readCarried(em: EntityManager, view: CaseView): Promise<Carried | null> {
  if (view.subjectType !== 'message') return null;
  return (await em.findOneOrFail(Message, view.subjectId)).carried ?? null;
}

/**
 * What stood around a flagged message, and the message itself in its place but without words: those that are judged are the
 * case's own `text`. Questions are read whole at their page and need none.
 */
export async function readContext(em: EntityManager, view: CaseView): Promise<MessageView[]> {
  if (view.subjectType !== 'message') return [];
  const { channel, seq } = await em.findOneOrFail(Message, view.subjectId);
  const around = await em.find(
    Message,
    { channel: channel.id, seq: { $gte: seq - AROUND, $lte: seq + AROUND } },
    { populate: ['author'], orderBy: { seq: 'asc' } },
  );
  // Talk in a topic is about the message that it is under.
  const root = await em.findOne(Message, channel.id, { populate: ['author', 'pinnedBy'] });
  const context = root ? [{ ...messageView(root), seq: 0 }] : [];
  return [...context, ...around.map(messageView)].map((message) =>
    message.id === view.subjectId ? { ...message, text: '', carried: null } : message,
  );
}
