// What people are told, in words: long, and wanted only where notifications are listed.
import type { RuleKey } from '../../../shared/moderation.ts';
import type { NotificationView } from '../../../shared/notifications.ts';
import { m } from './paraglide/messages.js';
import { clockTime, shortDate } from './time.ts';
import { ruleName } from './words.ts';

/** The sentence of a notification; `data.href` is where it leads. */
export function notificationWords({ kind, data }: Pick<NotificationView, 'kind' | 'data'>): string {
  const name = data.name ?? m.common_someone();
  const group = data.group ?? m.common_your_group();
  const procedure = data.procedure ?? '';
  const rule = data.rule ? ruleName(data.rule as RuleKey) : m.moderation_rule_other();
  const reason = data.reason ?? '';
  const title = data.title ?? '';
  const when = [data.startsAt && `${clockTime(data.startsAt)}, ${shortDate(data.startsAt)}`, data.place]
    .filter(Boolean)
    .join(', ');
  const words: Record<NotificationView['kind'], () => string> = {
    membership_requested: () => m.common_told_membership_requested({ name, group }),
    membership_admitted: () => m.common_told_membership_admitted({ group }),
    membership_refused: () => m.common_told_membership_refused({ group }),
    message_removed: () => m.common_told_message_removed({ rule, reason }),
    photo_removed: m.common_told_photo_removed,
    flag_removed: () => m.common_told_flag_removed({ rule }),
    flag_dismissed: () => m.common_told_flag_dismissed({ reason }),
    person_warned: () => m.common_told_person_warned({ rule, reason }),
    report_upheld: () => m.common_told_report_upheld({ rule }),
    report_dismissed: () => m.common_told_report_dismissed({ reason }),
    thread_taken: () => m.common_told_thread_taken({ name, procedure }),
    thread_answered: () => m.common_told_thread_answered({ name, procedure }),
    gathering_tomorrow: () => m.common_told_gathering_tomorrow({ group, title, when }),
    gathering_soon: () => m.common_told_gathering_soon({ group, title, when }),
    gathering_changed: () => m.common_told_gathering_changed({ group, title, when }),
    gathering_gone: () => m.common_told_gathering_gone({ group, title }),
    thread_replied: () => m.common_told_thread_replied({ name, procedure }),
  };
  return words[kind]();
}
