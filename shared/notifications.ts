// What concerns one person alone: told live, kept until read.
import { z } from 'zod';
import { Id, Time } from './common.ts';

export const NotificationKind = z.enum([
  'membership_requested',
  'membership_admitted',
  'membership_refused',
  'message_removed',
  'photo_removed',
  'flag_removed',
  'flag_dismissed',
  'person_warned',
  'report_upheld',
  'report_dismissed',
  'thread_taken',
  'thread_answered',
  'thread_replied',
  'gathering_tomorrow',
  'gathering_soon',
  'gathering_changed',
  'gathering_gone',
]);
export type NotificationKind = z.infer<typeof NotificationKind>;

/** `data` holds what its words need: names of groups and people, a rule, a reason; and `href`, where a tap leads. */
export const NotificationView = z.object({
  id: Id,
  kind: NotificationKind,
  data: z.record(z.string(), z.string()),
  createdAt: Time,
  readAt: Time.nullable(),
});
export type NotificationView = z.infer<typeof NotificationView>;
