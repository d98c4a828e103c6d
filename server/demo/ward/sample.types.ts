import type { ProcedureBody } from '../../../shared/procedures.ts';

export type Role = 'resident' | 'head' | 'official' | 'tech' | 'moderator' | 'admin';
export type GroupKind = 'commune' | 'residential' | 'sector' | 'association' | 'internal';
export interface SampleGroup {
  key: string;
  kind: GroupKind;
  number?: number;
  name: string;
  description: string;
  channels: { key: string; kind: 'chat' | 'notices' | 'procedures'; name: string }[];
}
export interface SampleHousehold {
  key: string;
  group: string;
  address: string;
  hasSmartphone: boolean;
}
export interface SamplePerson {
  key: string;
  name: string;
  phone: string;
  household?: string;
  memberships: { group: string; role: Role; seat?: string }[];
}
/**
 * `daysAgo` + `time` (Vietnam time) place a line in the weeks before the demo is loaded.
 * `key` only where another line refers to it.
 */
export interface SampleLine {
  channel: string;
  author: string;
  daysAgo: number;
  time: string;
  text: string;
  key?: string;
  replyTo?: string;
  isEdited?: boolean;
  isDeleted?: boolean;
}
export interface SampleNotice {
  key: string;
  author: string;
  seat: string;
  title: string;
  body: string;
  urgency: 'urgent' | 'notice';
  groups: string[];
  daysAgo: number;
  time: string;
  isPublic: boolean;
  acknowledgedBy: string[];
  seenBy: string[];
}
export interface SampleThread {
  key: string;
  /** The procedure's code. */
  procedure: string;
  asker: string;
  isPrivate: boolean;
  daysAgo: number;
  time: string;
  question: string;
  taker?: string;
  isSolved: boolean;
  posts: { author: string; daysAgo: number; time: string; text: string; isOfficial: boolean }[];
}
export interface SampleFlag {
  line: string;
  reporter: string;
  rule: 'insult' | 'falsehood' | 'privacy' | 'scam' | 'advertising' | 'off_topic' | 'other';
  reason: string;
  daysAgo: number;
  time: string;
  decision?: {
    moderator: string;
    action: 'remove' | 'dismiss';
    rule: string;
    reason: string;
    daysAgo: number;
    time: string;
  };
}
export interface SampleWard {
  slug: string;
  name: string;
  province: string;
  description: string;
  groups: SampleGroup[];
  households: SampleHousehold[];
  people: SamplePerson[];
  lines: SampleLine[];
  notices: SampleNotice[];
  threads: SampleThread[];
  flags: SampleFlag[];
  procedures: ProcedureBody[];
}
