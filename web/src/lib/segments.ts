// Cuts what someone wrote into words, links and telephone numbers. It brings the list of all top-level domains with it, so
// components/Linked.svelte loads it only for a text that may hold a link.
import { tokenize } from 'linkifyjs';
import { judgeLink, type LinkJudgement } from '../../../shared/links.ts';

export interface LinkSegment {
  kind: 'link';
  text: string;
  href: string;
  judgement: LinkJudgement;
  /** Whether its text begins with the very host that it leads to. */
  showsHost: boolean;
}
export type Segment =
  LinkSegment | { kind: 'words'; text: string } | { kind: 'phone'; text: string; href: string };

/** Endings that a bare name may have to be a link: after a forgotten space, "xong.em" and "mình.ai" are words. */
const endings = new Set(
  (
    'vn com net org edu gov info biz io app dev top xyz shop store online site website club vip link page live click icu ' +
    'cc tv asia pro work cloud fun win bet'
  ).split(' '),
);

/** A mobile, a landline with its area, or a service line; never a part of a longer number, such as an identity card's. */
const phones =
  /(?<![\d.+-])(?:(?:\+84[ .-]?|0)(?:[35789](?:[ .-]?\d){8}|2(?:[ .-]?\d){9})|1[89]00(?:[ .-]?\d){4}(?:[ .-]?\d{2})?)(?![ .-]?\d)/g;

export function segmentsOf(text: string, ownHost: string): Segment[] {
  const segments: Segment[] = [];
  let words = '';
  const flush = () => {
    segments.push(...withPhones(words));
    words = '';
  };
  for (const token of tokenize(text)) {
    const link = token.t === 'url' ? linkOf(token.v, ownHost) : null;
    if (!link) words += token.v;
    else {
      flush();
      segments.push(link);
      words = token.v.slice(link.text.length);
    }
  }
  flush();
  return segments;
}

function linkOf(token: string, ownHost: string): LinkSegment | null {
  // The tokenizer takes a quote that someone closed too late for a part of the address.
  const [text = ''] = token.split(/["<>“”]/);
  const hasScheme = /^https?:\/\//i.test(text);
  if (!hasScheme && !isBareLink(text)) return null;
  const href = hasScheme ? text : `https://${text}`;
  const judgement = judgeLink(href, ownHost);
  if (!judgement) return null;
  const shown = text.replace(/^https?:\/\//i, '').toLowerCase();
  const showsHost =
    shown.startsWith(judgement.host) && /^([/?#:]|$)/.test(shown.slice(judgement.host.length));
  return { kind: 'link', text, href, judgement, showsHost };
}

function isBareLink(text: string): boolean {
  const [host = ''] = text.split(/[/?#:]/);
  if (/^[a-z]+:/i.test(text) || /\p{Ll}\.\p{Lu}/u.test(host)) return false;
  if (endings.has(host.split('.').at(-1)!.toLowerCase())) return true;
  return /^[\w.-]+$/.test(host) && /^[^/]+\/\w/.test(text);
}

function withPhones(words: string): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const { 0: text, index } of words.matchAll(phones)) {
    if (index > end) segments.push({ kind: 'words', text: words.slice(end, index) });
    segments.push({ kind: 'phone', text, href: `tel:${text.replace(/[ .-]/g, '')}` });
    end = index + text.length;
  }
  if (end < words.length) segments.push({ kind: 'words', text: words.slice(end) });
  return segments;
}
