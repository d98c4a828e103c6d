// What follows from the mentions of a message: pure, and without zod, because the web asks it of every message.
import type { Carried } from './carried.ts';

/** A mention as far as the text is concerned. */
export type Named = { kind: 'person'; name: string } | { kind: 'seat'; seat: string } | { kind: 'all' };

/** What stands after the @ where everyone is meant, in each language of the app. */
export const everyone = { vi: 'mọi người', en: 'everyone' };

/** Whom a message mentions by its very words: all of its channel, or these. The author may be among them. */
export function mentionedBy(carried: Carried | null): { isAll: boolean; personIds: string[] } {
  const mentions = carried?.mentions ?? [];
  return {
    isAll: mentions.some(({ kind }) => kind === 'all'),
    personIds: [
      ...new Set(
        mentions.flatMap((one) => (one.kind === 'person' ? [one.id] : one.kind === 'seat' ? one.ids : [])),
      ),
    ],
  };
}

/** Whether a person of the channel is mentioned, by name, by seat, or with all. */
export function isMentioned(carried: Carried | null, personId: string): boolean {
  if (!carried?.mentions) return false;
  const { isAll, personIds } = mentionedBy(carried);
  return isAll || personIds.includes(personId);
}

/** The text cut at its mentions. Of two who bear one name, the first is meant where it stands first. */
export function cutAtMentions<M extends Named>(
  text: string,
  mentions: readonly M[],
): { text: string; mention: M | null }[] {
  const byLabel = new Map<string, M[]>();
  for (const mention of mentions)
    for (const label of labelsOf(mention)) byLabel.set(label, [...(byLabel.get(label) ?? []), mention]);
  if (byLabel.size === 0) return [{ text, mention: null }];
  // The longest first: who is called Lan is not meant by @Lan Anh.
  const labels = [...byLabel.keys()].sort((a, b) => b.length - a.length).map(escapeForRegExp);
  const named = new RegExp(`(?<![\\p{L}\\p{N}_])@(${labels.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
  const parts: { text: string; mention: M | null }[] = [];
  let end = 0;
  for (const { 0: found, 1: label = '', index } of text.matchAll(named)) {
    if (index > end) parts.push({ text: text.slice(end, index), mention: null });
    const meant = byLabel.get(label)!;
    parts.push({ text: found, mention: (meant.length > 1 ? meant.shift() : meant[0]) ?? null });
    end = index + found.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), mention: null });
  return parts;
}

/** Those mentions of which the words stand in the text. */
export function mentionsIn<M extends Named>(text: string, mentions: readonly M[]): M[] {
  const standing = new Set(cutAtMentions(text, mentions).map(({ mention }) => mention));
  return mentions.filter((mention) => standing.has(mention));
}

/** What a message carries after its words became these: nobody is mentioned any more whose name is gone from them. */
export function carriedWithText(carried: Carried | null, text: string): Carried | null {
  if (!carried?.mentions) return carried;
  const { mentions, ...others } = carried;
  const standing = mentionsIn(text, mentions);
  if (standing.length > 0) return { ...others, mentions: standing };
  return Object.keys(others).length > 0 ? others : null;
}

const escapeForRegExp = (text: string) => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');

function labelsOf(mention: Named): string[] {
  if (mention.kind === 'all') return Object.values(everyone);
  return [(mention.kind === 'person' ? mention.name : mention.seat).normalize('NFC')];
}
