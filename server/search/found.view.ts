// Hits as their finder sees them, with their words marked.
import type { FoundMessage, FoundNotice, FoundProcedure, FoundThread } from '../../shared/found.ts';
import type { SearchPlan } from '../../shared/search.ts';
import { excerptHits, markHits } from '../../shared/segments.ts';
import type { NoticeRow, ProcedureRow, ThreadRow } from './papers.queries.ts';
import type { Place } from './search.scope.ts';
import type { TalkRow } from './talk.queries.ts';

export function foundNotice(row: NoticeRow, plan: SearchPlan): FoundNotice {
  return {
    id: row.id,
    title: markHits(row.title, plan),
    excerpt: excerptHits(row.body, plan),
    urgency: row.urgency,
    author: { id: row.author_id, name: row.name, seat: row.seat },
    publishedAt: row.published_at.toISOString(),
  };
}

export function foundProcedure({ id, code, name, field }: ProcedureRow, plan: SearchPlan): FoundProcedure {
  return { id, code, name: markHits(name, plan), field };
}

export function foundThread(row: ThreadRow, plan: SearchPlan): FoundThread {
  return {
    id: row.id,
    question: excerptHits(row.question, plan),
    answer: row.answer === null ? null : excerptHits(row.answer, plan),
    procedure: row.procedure,
    status: row.status,
    isPrivate: row.is_private,
    createdAt: row.created_at.toISOString(),
  };
}

export function foundMessage(row: TalkRow, { channel, group }: Place, plan: SearchPlan): FoundMessage {
  return {
    id: row.id,
    seq: Number(row.seq),
    channel: { ...channel, id: row.channel_id },
    isInTopic: row.parent_id !== null,
    group,
    author: { id: row.author_id, name: row.name, seat: row.seat },
    excerpt: excerptHits(readable(row).join(' · '), plan),
    files: foundFiles(row, plan),
    createdAt: row.created_at.toISOString(),
  };
}

/** All that the search reads of a message, but for the names of its files. */
function readable({ text, carried }: TalkRow): string[] {
  const { poll, gathering } = carried ?? {};
  return [text, ...(poll?.choices ?? []), gathering?.place ?? '', gathering?.note ?? ''].filter(Boolean);
}

/** Those whose names were hit, and those of a kind that was asked for; all where the message says nothing else. */
function foundFiles({ text, carried }: TalkRow, plan: SearchPlan): FoundMessage['files'] {
  const files = (carried?.files ?? []).map(({ kind, name }) => ({
    kind,
    // A recorder names what it records, and is not found by that.
    name: kind === 'voice' ? [] : markHits(name, plan),
  }));
  const wanted = files.filter(
    ({ kind, name }) =>
      name.some(({ isHit }) => isHit) ||
      plan.filters.some((one) => one.kind === 'has' && one.what === kind && !one.isNegative),
  );
  return wanted.length > 0 || text ? wanted : files;
}
