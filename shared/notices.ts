// Official notices: to whom, and whom they reached.
import { z } from 'zod';
import { GroupRef, Id, line, PersonRef, prose, Time } from './common.ts';
import { GroupKind } from './places.ts';

export const Urgency = z.enum(['urgent', 'notice']);
export type Urgency = z.infer<typeof Urgency>;

/** `groupIds` with the commune's own group in it means everyone. */
export const NoticeCreate = z.object({
  title: line(140, 3),
  body: prose(8000, 3),
  urgency: Urgency,
  isPublic: z.boolean(),
  groupIds: z.array(Id).min(1).max(200),
});
export type NoticeCreate = z.infer<typeof NoticeCreate>;

/** A notice as anyone may see it who may see it at all. */
export const NoticeView = z.object({
  id: Id,
  version: z.number(),
  title: z.string(),
  body: z.string(),
  urgency: Urgency,
  isPublic: z.boolean(),
  author: PersonRef,
  groups: z.array(GroupRef),
  publishedAt: Time,
  withdrawnAt: Time.nullable(),
});
export type NoticeView = z.infer<typeof NoticeView>;

export const ReceiptState = z.enum(['none', 'seen', 'acknowledged']);
export type ReceiptState = z.infer<typeof ReceiptState>;

/** A notice in one's own list: with one's own receipt, and whether one may see its reach. */
export const MyNotice = NoticeView.extend({ receipt: ReceiptState, canMeasure: z.boolean() });
export type MyNotice = z.infer<typeof MyNotice>;

export const ReceiptGive = z.object({ state: ReceiptState.exclude(['none']) });
export type ReceiptGive = z.infer<typeof ReceiptGive>;

/** Sent to all devices of one person. */
export const ReceiptGiven = z.object({ noticeId: Id, receipt: ReceiptState });
export type ReceiptGiven = z.infer<typeof ReceiptGiven>;

/** What a notice reaches: a household of a residential group (by its best member), or a person of another group. */
export const ReachUnit = z.object({
  id: Id,
  label: z.string(),
  state: ReceiptState,
  /** A household on which nobody has the app: it gets a printed sheet or a knock on the door. */
  isOffline: z.boolean(),
});
export type ReachUnit = z.infer<typeof ReachUnit>;

export const GroupReach = z.object({
  group: GroupRef,
  kind: GroupKind,
  unit: z.enum(['household', 'person']),
  units: z.array(ReachUnit),
});
export type GroupReach = z.infer<typeof GroupReach>;

export const NoticeReach = z.object({ notice: NoticeView, groups: z.array(GroupReach) });
export type NoticeReach = z.infer<typeof NoticeReach>;

/** Sent to those who may measure the group: one unit has changed. */
export const ReachChanged = z.object({ noticeId: Id, groupId: Id, unit: ReachUnit });
export type ReachChanged = z.infer<typeof ReachChanged>;

/** Whom a choice of groups would reach, before publishing. */
export const AudienceQuery = z.object({ groupIds: z.string().max(8000) });
export const AudienceEstimate = z.object({
  households: z.number(),
  offlineHouseholds: z.number(),
  people: z.number(),
});
export type AudienceEstimate = z.infer<typeof AudienceEstimate>;
