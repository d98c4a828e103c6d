// The catalogue of administrative procedures, and the threads in which people ask about them.
import { z } from 'zod';
import { Id, line, PersonRef, prose, Time } from './common.ts';

/** A catalogue entry with the fields of the national portal. */
export const ProcedureBody = z.object({
  code: line(40),
  name: line(300),
  decisionNumber: z.string().max(100),
  level: z.enum(['commune', 'district', 'province', 'central']),
  field: z.string().max(100),
  applicants: z.array(z.string().max(500)),
  steps: z.array(z.string().max(4000)),
  channels: z.array(
    z.object({
      form: z.enum(['in_person', 'online', 'post']),
      timeLimit: z.string().max(300),
      fee: z.string().max(500),
    }),
  ),
  documents: z.array(
    z.object({
      name: z.string().max(1000),
      originals: z.number().int().min(0).max(20),
      copies: z.number().int().min(0).max(20),
      form: z.string().max(200).nullable(),
    }),
  ),
  agencies: z.array(
    z.object({
      role: z.enum(['decides', 'executes', 'coordinates', 'authorised']),
      name: z.string().max(300),
    }),
  ),
  place: z.string().max(500),
  result: z.string().max(1000),
  conditions: z.string().max(4000),
  legalBasis: z.array(z.string().max(500)),
  keywords: z.array(z.string().max(100)),
  /** Fills `{code}` of the commune's link template to the national portal. */
  portalCode: z.string().max(60).nullable(),
  source: z.string().max(500),
  checkedAt: z.iso.date(),
});
export type ProcedureBody = z.infer<typeof ProcedureBody>;

export const ProcedureView = ProcedureBody.extend({ id: Id, portalUrl: z.url().nullable() });
export type ProcedureView = z.infer<typeof ProcedureView>;

export const ProcedureSummary = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  field: z.string(),
  timeLimit: z.string(),
});
export type ProcedureSummary = z.infer<typeof ProcedureSummary>;

export const ProcedureQuery = z.object({ q: z.string().max(200).default('') });

export const ThreadStatus = z.enum(['open', 'taken', 'answered', 'solved']);
export type ThreadStatus = z.infer<typeof ThreadStatus>;

export const PostView = z.object({
  id: Id,
  author: PersonRef,
  text: z.string(),
  /** Written for the commune by someone who may answer: set apart everywhere. */
  isOfficial: z.boolean(),
  createdAt: Time,
  removedAt: Time.nullable(),
});
export type PostView = z.infer<typeof PostView>;

/** A question about a procedure with all that was said to it. A private one is seen by its asker and the team only. */
export const ThreadView = z.object({
  id: Id,
  version: z.number(),
  procedure: z.object({ id: Id, code: z.string(), name: z.string() }),
  asker: PersonRef,
  question: z.string(),
  isPrivate: z.boolean(),
  status: ThreadStatus,
  takenBy: PersonRef.nullable(),
  createdAt: Time,
  answeredAt: Time.nullable(),
  solvedAt: Time.nullable(),
  removedAt: Time.nullable(),
  posts: z.array(PostView),
});
export type ThreadView = z.infer<typeof ThreadView>;

export const ThreadCreate = z.object({
  clientId: Id,
  procedureId: Id,
  question: prose(2000, 5),
  isPrivate: z.boolean(),
});
export type ThreadCreate = z.infer<typeof ThreadCreate>;

export const PostCreate = z.object({ clientId: Id, text: prose(4000) });
export type PostCreate = z.infer<typeof PostCreate>;

/** `queue`: open and taken ones, oldest first (for the team). `mine`: I asked. `all`: everything I may see, newest first. */
export const ThreadQuery = z.object({
  view: z.enum(['queue', 'mine', 'all']).default('all'),
  procedureId: Id.optional(),
});
export type ThreadQuery = z.infer<typeof ThreadQuery>;
