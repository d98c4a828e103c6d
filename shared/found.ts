// What a search answers: hits by kind, in the order in which they are shown.
import { z } from 'zod';
import { GroupRef, Id, line, PersonRef, Time } from './common.ts';
import { FileKind } from './files.ts';
import { SEARCH_LENGTH } from './search.ts';
import { ThreadStatus } from './procedures.ts';
import { Urgency } from './notices.ts';

export const FoundQuery = z.object({ q: line(SEARCH_LENGTH) });

/** Text cut where it hit. */
const Segments = z.array(z.object({ text: z.string(), isHit: z.boolean() }));

export const FoundNotice = z.object({
  id: Id,
  title: Segments,
  excerpt: Segments,
  urgency: Urgency,
  author: PersonRef,
  publishedAt: Time,
});
export type FoundNotice = z.infer<typeof FoundNotice>;

export const FoundProcedure = z.object({ id: Id, code: z.string(), name: Segments, field: z.string() });
export type FoundProcedure = z.infer<typeof FoundProcedure>;

export const FoundThread = z.object({
  id: Id,
  question: Segments,
  /** Of the official answer; null where none stands any more. */
  answer: Segments.nullable(),
  procedure: z.string(),
  status: ThreadStatus,
  isPrivate: z.boolean(),
  createdAt: Time,
});
export type FoundThread = z.infer<typeof FoundThread>;

/** `seq` is its place in its channel, where it can be opened. */
export const FoundMessage = z.object({
  id: Id,
  seq: z.number(),
  channel: GroupRef,
  /** Whether it was said in a topic of that channel: the id is then the topic's. */
  isInTopic: z.boolean(),
  group: GroupRef,
  author: PersonRef,
  excerpt: Segments,
  /** Those whose names were hit or of whose kind one was asked for; all where it has no words. A voice message has no name of its own. */
  files: z.array(z.object({ kind: FileKind, name: Segments })),
  createdAt: Time,
});
export type FoundMessage = z.infer<typeof FoundMessage>;

export const Found = z.object({
  notices: z.array(FoundNotice),
  procedures: z.array(FoundProcedure),
  /** Answered questions, the solved ones first. */
  threads: z.array(FoundThread),
  messages: z.array(FoundMessage),
  /** There is more talk than this. */
  hasMore: z.boolean(),
});
export type Found = z.infer<typeof Found>;
