// Whether a link is what it looks like. Whoever wants a password or a code from people writes an address that resembles a true one:
// of the state, of VNeID, of a bank. A warning too many costs a question; one that is missing may cost somebody's savings.
import { lookAlikes } from './names.ts';
import { fold } from './vietnamese.ts';

/** What is wrong: it imitates a true host, hides strange letters, is a bare number, or begins with a name that is not the host. */
export type Doubt = 'imitation' | 'letters' | 'address' | 'password';

export interface LinkJudgement {
  /** Where it really leads, as the network knows it. */
  host: string;
  verdict: 'fine' | 'shortened' | 'suspicious';
  doubt: Doubt | null;
  /** The true host that it resembles. */
  resembles: string | null;
}

/** What scammers borrow: a name as it stands in hosts, and where it really lives. */
const trusted: [name: string, home: string][] = [
  ['dichvucong', 'dichvucong.gov.vn'],
  ['vneid', 'vneid.gov.vn'],
  ['baohiemxahoi', 'baohiemxahoi.gov.vn'],
  ['vssid', 'baohiemxahoi.gov.vn'],
  ['bocongan', 'bocongan.gov.vn'],
  ['thuedientu', 'thuedientu.gdt.gov.vn'],
  ['vietcombank', 'vietcombank.com.vn'],
  ['vietinbank', 'vietinbank.vn'],
  ['bidv', 'bidv.com.vn'],
  ['agribank', 'agribank.com.vn'],
  ['techcombank', 'techcombank.com'],
  ['mbbank', 'mbbank.com.vn'],
  ['acb', 'acb.com.vn'],
  ['vpbank', 'vpbank.com.vn'],
  ['sacombank', 'sacombank.com.vn'],
  ['tpbank', 'tpb.vn'],
  ['hdbank', 'hdbank.com.vn'],
  ['shb', 'shb.com.vn'],
  ['vib', 'vib.com.vn'],
  ['msb', 'msb.com.vn'],
  ['eximbank', 'eximbank.com.vn'],
  ['seabank', 'seabank.com.vn'],
];
const trueHosts = [
  'gov.vn',
  ...trusted.map(([, home]) => home),
  'vietinbank.com.vn',
  'techcombank.com.vn',
  'sacombank.com',
  'isacombank.com.vn',
  'tpb.com.vn',
  'tpbank.com.vn',
];

const shorteners = new Set(
  (
    'bit.ly tinyurl.com t.co goo.gl is.gd ow.ly cutt.ly rebrand.ly s.id shorturl.at tiny.cc rb.gy t.ly lnkd.in buff.ly ' +
    'by.com.vn link1s.com urlvn.net shope.ee v.gd bom.so'
  ).split(' '),
);

/** Null for what is no link to a page. Links to the hub itself (`ownHost`, with its port) are its own. */
export function judgeLink(href: string, ownHost = ''): LinkJudgement | null {
  const url = parsed(href);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const host = url.hostname.replace(/\.$/, '');
  const suspicious = (doubt: Doubt, resembles: string | null = null) =>
    ({ host, verdict: 'suspicious', doubt, resembles }) as const;
  const imitated = isTrue(host) ? null : imitatedBy(host.includes('xn--') ? writtenHost(href) : host);

  if (url.username || url.password) return suspicious('password', imitated);
  if (ownHost && url.host === ownHost) return { host, verdict: 'fine', doubt: null, resembles: null };
  if (/^[\d.]+$|^\[/.test(host)) return suspicious('address');
  if (imitated) return suspicious('imitation', imitated);
  if (/(^|\.)xn--/.test(host)) return suspicious('letters');
  const verdict = shorteners.has(host.replace(/^www\./, '')) ? 'shortened' : 'fine';
  return { host, verdict, doubt: null, resembles: null };
}

function parsed(href: string): URL | null {
  try {
    return new URL(href);
  } catch {
    return null;
  }
}

const isTrue = (host: string) => trueHosts.some((one) => host === one || host.endsWith(`.${one}`));

/** The host as it was typed: the network's own spelling of strange letters tells nothing to compare. */
const writtenHost = (href: string) => /^[^/]*\/\/(?:[^/?#]*@)?([^/?#:]*)/.exec(href)?.[1] ?? '';

/** The true host that this one, which is not true, resembles. */
function imitatedBy(host: string): string | null {
  const words = host.split(/[^\p{L}\p{M}\p{N}]+/u).map(latin);
  const shapes = words.map(skeleton);
  const found = trusted.find(([name]) => {
    const wanted = skeleton(name);
    // Three letters are part of many honest words.
    if (name.length < 4) return shapes.some((shape) => shape === wanted || shape === `${wanted}bank`);
    return (
      shapes.join('').includes(wanted) || (name.length > 6 && shapes.some((shape) => isOneOff(shape, wanted)))
    );
  });
  if (found) return found[1];
  // Other countries have their own: usa.gov, service.gov.uk.
  const isForeign = /\.gov(\.[a-z]{2})?$/.test(host) && !host.endsWith('.vn');
  const posesAsState =
    words.some((word) => /^(gov|qov|gow)(vn)?$/.test(word)) || words.join('').includes('govvn');
  return posesAsState && !isForeign ? 'gov.vn' : null;
}

const latin = (word: string) => [...fold(word)].map((letter) => lookAlikes[letter] ?? letter).join('');

/** Letters as the eye takes them in haste: "vıetcornbank" and "vietcombank" have one skeleton. */
const skeleton = (word: string) => latin(word).replace(/rn/g, 'm').replace(/vv/g, 'w').replace(/i/g, 'l');

/** Whether one letter too many, too few, another, or two that changed places make the one word the other. */
function isOneOff(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  const areSwapped = left.length === 2 && left === [...right].reverse().join('');
  return areSwapped || (left.length <= 1 && right.length <= 1);
}
