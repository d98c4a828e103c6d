// A letter from the hub in words: what the lock screen shows. For the service worker, which has no page to ask for the language.
import type { PushContent, PushLetter } from '../../../shared/push.ts';
import { speak } from './locale.ts';
import { m } from './paraglide/messages.js';
import { notificationWords } from './told.ts';

export interface LetterWords {
  title: string;
  body: string;
  /** Whether it sounds again although something with its tag is on the screen already. */
  isLoud: boolean;
}

type Of<K extends PushContent['kind']> = Extract<PushContent, { kind: K }>;

export function letterWords({ content, locale }: PushLetter): LetterWords {
  speak(locale);
  switch (content.kind) {
    case 'talk':
      return talk(content, locale);
    case 'notice':
      return notice(content);
    case 'told':
      return told(content);
    case 'digest':
      return digest(content, locale);
    case 'trial':
      return { title: m.attention_push_trial(), body: m.attention_push_trial_text(), isLoud: true };
  }
}

const list = (names: string[], locale: string) =>
  new Intl.ListFormat(locale, { style: 'short', type: 'unit' }).format(names);

function talk({ place, count, authors, isMentioned, words }: Of<'talk'>, locale: string): LetterWords {
  const [author = m.common_someone()] = authors;
  const last = words
    ? m.attention_push_said({ author, words })
    : count === 1
      ? m.attention_push_said_silently({ author })
      : null;
  const lines = [
    isMentioned && m.attention_push_mentioned(),
    count > 1 && m.attention_push_many({ count, authors: list(authors, locale) }),
    last,
  ];
  return { title: place, body: lines.filter(Boolean).join('\n'), isLoud: isMentioned };
}

function notice({ urgency, title, from, words }: Of<'notice'>): LetterWords {
  const isUrgent = urgency === 'urgent';
  const hidden = isUrgent ? m.attention_push_urgent_hidden() : m.attention_push_notice_hidden();
  const shown = title && (isUrgent ? m.attention_push_urgent({ title }) : title);
  const body = words ? m.attention_push_said({ author: from, words }) : from;
  return { title: shown ?? hidden, body, isLoud: isUrgent };
}

function told({ about, data }: Of<'told'>): LetterWords {
  const body = data ? notificationWords({ kind: about, data }) : m.attention_push_told_hidden();
  return { title: m.common_app(), body, isLoud: false };
}

function digest({ messages, places, notices, told: mine }: Of<'digest'>, locale: string): LetterWords {
  const lines = [
    notices > 0 && m.attention_push_digest_notices({ count: notices }),
    mine > 0 && m.attention_push_digest_told({ count: mine }),
    messages > 0 && m.attention_push_digest_messages({ count: messages, places: list(places, locale) }),
  ];
  return { title: m.attention_push_digest(), body: lines.filter(Boolean).join('\n'), isLoud: false };
}
