// Whether something may wake a person, and what counts aloud in the badges. Pure, and without the schemas, so that the web can ask it.
import type { ChannelAttention, MyAttention } from './attention.ts';
import { quietUntil } from './pace.ts';

const HOUR_MS = 3_600_000;

/** *Khẩn*, *Thông báo*, *Trò chuyện*. */
export type WakingClass = 'urgent' | 'notice' | 'talk';

/** Until somebody chooses: the night is for sleeping. */
export const attentionAtFirst: MyAttention = {
  quiet: { from: '22:00', to: '06:00' },
  notice: true,
  talk: true,
};
/** Of a channel about which nothing was chosen. */
export const hearsAll: ChannelAttention = { level: 'all', mutedUntil: null };

export interface Waking {
  class: WakingClass;
  /** Of the channel that it was said in; for what was not said in a channel, `hearsAll`. */
  channel: ChannelAttention;
  isMentioned: boolean;
  person: MyAttention;
  now: Date;
}

/** Now, when the hours of rest are over, or not at all. */
export function mayWake({
  class: kind,
  channel,
  isMentioned,
  person,
  now,
}: Waking): 'now' | 'later' | 'never' {
  if (kind === 'urgent') return 'now';
  if (!person[kind]) return 'never';
  if (kind === 'talk' && !mayDisturb(channel, isMentioned, now)) return 'never';
  return quietUntil(person, now) ? 'later' : 'now';
}

function mayDisturb({ level, mutedUntil }: ChannelAttention, isMentioned: boolean, now: Date): boolean {
  if (isMutedAt(mutedUntil, now)) return false;
  return level === 'all' || (level === 'mentions' && isMentioned);
}

const isMutedAt = (mutedUntil: string | null, now: Date) =>
  mutedUntil !== null && Date.parse(mutedUntil) > now.getTime();

/**
 * What of a channel's unread counts in the number on the app, in the title and in the tab: all of it, what names me, or nothing.
 * The rest is shown by a dot, where the channel itself is shown.
 */
export function countsAloud(
  channel: { unread: number; mentions: readonly number[]; attention: ChannelAttention },
  now: Date,
): number {
  const { level, mutedUntil } = channel.attention;
  if (level === 'none' || isMutedAt(mutedUntil, now)) return 0;
  return level === 'all' ? channel.unread : channel.mentions.length;
}

/** Six in the morning in Vietnam, the next time that is more than an hour away. */
export function tomorrowMorning(now: Date): Date {
  const six = new Date(now);
  six.setUTCHours(23, 0, 0, 0);
  while (six.getTime() - now.getTime() < HOUR_MS) six.setUTCDate(six.getUTCDate() + 1);
  return six;
}
