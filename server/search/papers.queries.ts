// Finding what the commune has on paper: notices that stand, procedures, and questions that were answered.
import type pg from 'pg';
import type { SearchPlan } from '../../shared/search.ts';
import type { ThreadStatus } from '../../shared/procedures.ts';
import type { Urgency } from '../../shared/notices.ts';
import { Parameters } from './parameters.ts';
import { filterConditions, type Columns } from './search.filters.ts';
import { placesIn, type Scope } from './search.scope.ts';
import type { Words } from './search.words.ts';

export interface NoticeRow {
  id: string;
  title: string;
  body: string;
  urgency: Urgency;
  author_id: string;
  name: string;
  seat: string | null;
  published_at: Date;
}

export interface ProcedureRow {
  id: string;
  code: string;
  name: string;
  field: string;
}

export interface ThreadRow {
  id: string;
  question: string;
  answer: string | null;
  procedure: string;
  status: ThreadStatus;
  is_private: boolean;
  created_at: Date;
}

/** So many of each kind: whoever needs more has the lists of notices, procedures and questions. */
const LIMIT = 6;

/** Those to the searcher's groups, and those whose reach they may see; withdrawn ones no longer. */
export async function findNotices(
  pool: pg.Pool,
  scope: Scope,
  { filters }: SearchPlan,
  words: Words,
): Promise<NoticeRow[]> {
  const params = new Parameters();
  const columns = { author: 'n.author_id', at: 'n.published_at', text: 'n.body' };
  const isIn = filters.some(({ kind }) => kind === 'in');
  const groupIds = isIn ? placesIn(scope.places, filters).map(({ group }) => group.id) : scope.noticeGroupIds;
  const conditions = matching('n.words', words, filters, columns, params);
  if (!conditions) return [];
  const { rows } = await pool.query<NoticeRow>({
    text: `select n.id, n.title, n.body, n.urgency, n.author_id, a.name, n.seat, n.published_at
      from notice n join person a on a.id = n.author_id
      where n.commune_id = ${params.add(scope.communeId)} and n.withdrawn_at is null and exists (
          select from notice_group g where g.notice_id = n.id and g.group_id = any(${params.add(groupIds)}::uuid[]))
        and ${conditions}
      order by ${exactFirst('n.words', words, params)} n.published_at desc, n.id desc limit ${LIMIT}`,
    values: params.values,
  });
  return rows;
}

/** Open to everybody of the commune. They are nobody's words and of no day, so an operator leaves none. */
export async function findProcedures(
  pool: pg.Pool,
  { communeId }: Scope,
  { filters }: SearchPlan,
  words: Words,
): Promise<ProcedureRow[]> {
  if (filters.length > 0 || words.folded === null) return [];
  const params = new Parameters();
  const { rows } = await pool.query<ProcedureRow>({
    text: `select p.id, p.code, p.name, p.body ->> 'field' as field from procedure p
      where p.commune_id = ${params.add(communeId)} and p.words @@ ${params.add(words.folded)}::tsquery
      order by ${exactFirst('p.words', words, params)} ts_rank(p.words, ${params.add(words.folded)}::tsquery) desc, p.name
      limit ${LIMIT}`,
    values: params.values,
  });
  return rows;
}

/** Answered or solved, and not removed; private ones only for their asker and for those who answer. */
export async function findThreads(
  pool: pg.Pool,
  { personId, communeId, isTeam }: Scope,
  { filters }: SearchPlan,
  words: Words,
): Promise<ThreadRow[]> {
  const params = new Parameters();
  const columns = { author: 't.asker_id', at: 't.created_at', text: null };
  const conditions = matching('t.words', words, filters, columns, params);
  if (!conditions || words.folded === null || filters.some(({ kind }) => kind === 'in')) return [];
  const { rows } = await pool.query<ThreadRow>({
    text: `select t.id, t.question, t.status, t.is_private, t.created_at, p.name as procedure,
        (select text from post where thread_id = t.id and is_official and removed_at is null
          order by created_at desc limit 1) as answer
      from thread t join procedure p on p.id = t.procedure_id
      where p.commune_id = ${params.add(communeId)} and t.status in ('answered', 'solved') and t.removed_at is null
        and (not t.is_private or t.asker_id = ${params.add(personId)} or ${params.add(isTeam)}::bool)
        and ${conditions}
      order by ${exactFirst('t.words', words, params)} t.status = 'solved' desc, t.created_at desc, t.id desc
      limit ${LIMIT}`,
    values: params.values,
  });
  return rows;
}

function matching(
  column: string,
  { folded }: Words,
  filters: SearchPlan['filters'],
  columns: Columns,
  params: Parameters,
): string | null {
  const conditions = filterConditions(filters, columns, params);
  if (!conditions) return null;
  if (folded !== null) conditions.push(`${column} @@ ${params.add(folded)}::tsquery`);
  return conditions.join(' and ') || 'true';
}

const exactFirst = (column: string, { exact }: Words, params: Parameters) =>
  exact === null ? '' : `${column} @@ ${params.add(exact)}::tsquery desc,`;
