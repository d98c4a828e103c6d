// What was decided about a report, in one word.
import type { DecisionAction } from '../../../shared/moderation.ts';
import { m } from './paraglide/messages.js';

export const decisionName = (action: DecisionAction) =>
  ({
    remove: m.moderation_case_decision_remove,
    warn: m.moderation_case_decision_warn,
    dismiss: m.moderation_case_decision_dismiss,
  })[action]();

/** What was reported, in a line: the words, or that it is the person themselves. */
export const reportedWords = ({ subjectType, text }: { subjectType: string; text: string }) =>
  subjectType === 'person' ? m.moderation_case_about_person() : text;
