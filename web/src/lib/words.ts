// Names of the contract's codes in words for people. What went wrong is told by trouble.ts.
import type { ChannelKind, ChannelView } from '../../../shared/channels.ts';
import type { RuleKey } from '../../../shared/moderation.ts';
import type { Role } from '../../../shared/permissions.ts';
import type { GroupKind, MembershipStatus } from '../../../shared/places.ts';
import type { ThreadStatus } from '../../../shared/procedures.ts';
import { FORMER_NAME } from '../../../shared/former.ts';
import { m } from './paraglide/messages.js';

/** Whoever has deleted their account stands under one name, said in the reader's language. */
export const personName = ({ name }: { name: string }) => (name === FORMER_NAME ? m.people_former() : name);

/** Where something was said, as one finds it. */
export const placeName = ({ name, topic }: Pick<ChannelView, 'name' | 'topic'>, group: string) =>
  topic ? m.topics_unread_in({ channel: name, group }) : `${group} · ${name}`;

/** 0912 345 678, as people write it. */
export const phoneWords = (phone: string) => phone.replace(/^\+84(\d{3})(\d{3})(\d{3})$/, '0$1 $2 $3');

/** An unknown role, as in the list of sample people, stands for itself. */
export const roleName = (role: Role | (string & {})) => {
  const names: Record<Role, () => string> = {
    resident: m.places_role_resident,
    head: m.places_role_head,
    official: m.places_role_official,
    tech: m.places_role_tech,
    moderator: m.places_role_moderator,
    admin: m.places_role_admin,
  };
  return names[role as Role]?.() ?? role;
};

export const groupKindName = (kind: GroupKind) =>
  ({
    commune: m.places_kind_commune,
    residential: m.places_kind_residential,
    sector: m.places_kind_sector,
    association: m.places_kind_association,
    internal: m.places_kind_internal,
  })[kind]();

export const membershipStatusName = (status: MembershipStatus) =>
  ({
    pending: m.places_status_pending,
    active: m.places_status_active,
    refused: m.places_status_refused,
    left: m.places_status_left,
  })[status]();

export const channelKindName = (kind: ChannelKind) =>
  ({
    chat: m.places_channel_chat,
    notices: m.places_channel_notices,
    procedures: m.places_channel_procedures,
  })[kind]();

/** Every rule of the house, in the order in which people are offered them. */
export const rules: RuleKey[] = [
  'insult',
  'falsehood',
  'privacy',
  'scam',
  'advertising',
  'off_topic',
  'other',
];

export const ruleName = (rule: RuleKey) =>
  ({
    insult: m.moderation_rule_insult,
    falsehood: m.moderation_rule_falsehood,
    privacy: m.moderation_rule_privacy,
    scam: m.moderation_rule_scam,
    advertising: m.moderation_rule_advertising,
    off_topic: m.moderation_rule_off_topic,
    other: m.moderation_rule_other,
  })[rule]();

export const threadStatusName = (status: ThreadStatus) =>
  ({
    open: m.procedures_status_open,
    taken: m.procedures_status_taken,
    answered: m.procedures_status_answered,
    solved: m.procedures_status_solved,
  })[status]();
