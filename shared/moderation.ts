// Flags by people, cases for moderators, decisions with reasons, and the audit log.
import { z } from 'zod';
import { Carried } from './carried.ts';
import { GroupRef, Id, PersonRef, prose, Time } from './common.ts';
import { MessageView } from './messages.ts';

/** The rules of the house to which every flag and every decision is tied. */
export const RuleKey = z.enum([
  'insult',
  'falsehood',
  'privacy',
  'scam',
  'advertising',
  'off_topic',
  'other',
]);
export type RuleKey = z.infer<typeof RuleKey>;

/** Words, or a person as such. */
export const SubjectType = z.enum(['message', 'thread', 'post', 'person']);
export type SubjectType = z.infer<typeof SubjectType>;

export const FlagCreate = z.object({
  subjectType: SubjectType,
  subjectId: Id,
  rule: RuleKey,
  reason: prose(500, 0),
});
export type FlagCreate = z.infer<typeof FlagCreate>;

export const FlagView = z.object({
  id: Id,
  reporter: PersonRef,
  rule: RuleKey,
  reason: z.string(),
  createdAt: Time,
});
export type FlagView = z.infer<typeof FlagView>;

/** Words are removed, a person is warned; or what was reported may stand. */
export const DecisionAction = z.enum(['remove', 'warn', 'dismiss']);
export type DecisionAction = z.infer<typeof DecisionAction>;

export const DecisionView = z.object({
  id: Id,
  moderator: PersonRef,
  action: DecisionAction,
  rule: RuleKey,
  reason: z.string(),
  muteDays: z.number(),
  createdAt: Time,
});
export type DecisionView = z.infer<typeof DecisionView>;

/** What may be done now with a case; goes out with every view of it. */
export const CaseAction = z.enum(['claim', 'release', 'remove', 'warn', 'dismiss']);
export type CaseAction = z.infer<typeof CaseAction>;

export const CaseStatus = z.enum(['open', 'decided']);
export type CaseStatus = z.infer<typeof CaseStatus>;

/** A subject with its flags and decisions. At most one case a subject; a new flag opens a decided one again. */
export const CaseView = z.object({
  id: Id,
  version: z.number(),
  status: CaseStatus,
  group: GroupRef,
  subjectType: SubjectType,
  subjectId: Id,
  /** Who wrote it, or is the one reported. */
  author: PersonRef,
  /** The words, or the name of the person, as it stood when it was flagged: later edits and deletions do not hide it from a moderator. */
  text: z.string(),
  writtenAt: Time,
  openedAt: Time,
  claimedBy: PersonRef.nullable(),
  flags: z.array(FlagView),
  decisions: z.array(DecisionView),
});
export type CaseView = z.infer<typeof CaseView>;

/** The case with what stood around its subject, and what this moderator may do. */
export const CaseDetail = CaseView.extend({
  /** What the message carries that it is about, also where that was taken back. */
  carried: Carried.nullable(),
  context: z.array(MessageView),
  actions: z.array(CaseAction),
});
export type CaseDetail = z.infer<typeof CaseDetail>;

/** `version` guards against two moderators at once: an older one is answered `conflict`. */
export const CaseDecide = z.object({
  version: z.number().int(),
  action: DecisionAction,
  rule: RuleKey,
  reason: prose(1000, 3),
  muteDays: z.union([z.literal(0), z.literal(1), z.literal(3), z.literal(7)]).default(0),
});
export type CaseDecide = z.infer<typeof CaseDecide>;

export const CaseClaim = z.object({ version: z.number().int(), isClaimed: z.boolean() });
export type CaseClaim = z.infer<typeof CaseClaim>;

export const CaseQuery = z.object({ status: CaseStatus.default('open') });

export const AuditEntry = z.object({
  id: Id,
  actor: PersonRef.nullable(),
  act: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  /** Whom it was done to, where that is somebody else. */
  person: PersonRef.nullable(),
  group: GroupRef.nullable(),
  data: z.record(z.string(), z.unknown()),
  createdAt: Time,
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditQuery = z.object({ before: Id.optional() });

/** What a moderator may do with a case now. Nobody judges themselves or their own words. */
export function caseActions(
  moderatorId: string,
  view: {
    status: CaseStatus;
    subjectType: SubjectType;
    author: { id: Id };
    claimedBy?: { id: Id } | null;
  },
): CaseAction[] {
  if (view.status !== 'open' || view.author.id === moderatorId) return [];
  const decisions: DecisionAction[] = [view.subjectType === 'person' ? 'warn' : 'remove', 'dismiss'];
  if (!view.claimedBy) return ['claim', ...decisions];
  return view.claimedBy.id === moderatorId ? ['release', ...decisions] : [];
}
