// Reasons ready to choose, so that a tired moderator still writes a fair sentence.
import { m } from '#lib/paraglide/messages.js';
import type { DecisionAction, RuleKey } from '#shared/moderation.ts';

export function readyReasons(action: DecisionAction, rule: RuleKey): string[] {
  if (action === 'dismiss')
    return [
      m.moderation_reason_dismiss_1(),
      m.moderation_reason_dismiss_2(),
      m.moderation_reason_dismiss_3(),
    ];
  const ready: Record<RuleKey, (() => string)[]> = {
    insult: [m.moderation_reason_insult_1, m.moderation_reason_insult_2],
    falsehood: [m.moderation_reason_falsehood_1, m.moderation_reason_falsehood_2],
    privacy: [m.moderation_reason_privacy_1, m.moderation_reason_privacy_2],
    scam: [m.moderation_reason_scam_1, m.moderation_reason_scam_2],
    advertising: [m.moderation_reason_advertising_1, m.moderation_reason_advertising_2],
    off_topic: [m.moderation_reason_off_topic_1, m.moderation_reason_off_topic_2],
    other: [m.moderation_reason_other_1],
  };
  return ready[rule].map((words) => words());
}
