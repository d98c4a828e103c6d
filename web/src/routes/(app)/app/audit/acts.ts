// What an entry of the audit log says, in words, and where it leads.
import { m } from '#lib/paraglide/messages.js';
import { roleName, ruleName } from '#lib/words.ts';
import type { AuditEntry, RuleKey } from '#shared/moderation.ts';

export function actWords({ act, actor, subjectId, data }: AuditEntry): string {
  const words: Record<string, () => string> = {
    'case.decided': () => decisionWords(data),
    'channel.changed': m.moderation_audit_act_channel_changed,
    'channel.created': m.moderation_audit_act_channel_created,
    'group.created': () => m.moderation_audit_act_group_created({ name: text(data.name) }),
    'household.created': m.moderation_audit_act_household_created,
    'household.updated': m.moderation_audit_act_household_updated,
    'invitation.created': () =>
      data.isPreApproved
        ? m.moderation_audit_act_invitation_created_open({ days: text(data.days) })
        : m.moderation_audit_act_invitation_created({ days: text(data.days) }),
    'invitation.revoked': m.moderation_audit_act_invitation_revoked,
    'member.admitted': m.moderation_audit_act_member_admitted,
    'account.removed': m.moderation_audit_act_account_removed,
    'member.left': m.moderation_audit_act_member_left,
    'photo.changed': m.moderation_audit_act_photo_changed,
    'photo.removed': () =>
      actor?.id === subjectId
        ? m.moderation_audit_act_photo_removed_own()
        : m.moderation_audit_act_photo_removed(),
    'person.renamed': () =>
      m.moderation_audit_act_person_renamed({ before: text(data.before), after: text(data.after) }),
    'member.refused': m.moderation_audit_act_member_refused,
    'notice.published': m.moderation_audit_act_notice_published,
    'notice.withdrawn': m.moderation_audit_act_notice_withdrawn,
    'role.assigned': () =>
      m.moderation_audit_act_role_assigned({ before: officeOf(data.before), after: officeOf(data.after) }),
  };
  return words[act]?.() ?? m.moderation_audit_act_other({ act });
}

/** Where its subject stands, if it has a page. */
export function actHref({ subjectType, subjectId }: AuditEntry): string | null {
  if (subjectType === 'case') return `/app/cases/${subjectId}`;
  if (subjectType === 'person') return `/app/people/${subjectId}`;
  if (subjectType === 'notice') return `/app/notices/${subjectId}`;
  return null;
}

function decisionWords(data: Record<string, unknown>): string {
  const rule = ruleName((data.rule as RuleKey | undefined) ?? 'other');
  if (data.action === 'warn')
    return Number(data.muteDays) > 0
      ? m.moderation_audit_act_case_warned_muted({ rule, days: text(data.muteDays) })
      : m.moderation_audit_act_case_warned({ rule });
  if (data.action === 'dismiss')
    return data.isPerson
      ? m.moderation_audit_act_case_dismissed_person({ rule })
      : m.moderation_audit_act_case_dismissed({ rule });
  return Number(data.muteDays) > 0
    ? m.moderation_audit_act_case_removed_muted({ rule, days: text(data.muteDays) })
    : m.moderation_audit_act_case_removed({ rule });
}

function officeOf(value: unknown): string {
  const { role, seat } = (value ?? {}) as { role?: string; seat?: string | null };
  return [roleName(role ?? ''), ...(seat ? [`(${seat})`] : [])].join(' ');
}

const text = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
