// What waits to be sent, and in which order: pure. A channel's messages leave in the order in which they were written; one that
// was refused steps aside, and goes to the end when its author tries again.
import type { Carries } from '../../../shared/carried.ts';
import type { ErrorData } from '../../../shared/errors.ts';
import type { FileKind } from '../../../shared/files.ts';
import type { ClientErrorCode } from './api.ts';

/** A file that waits with its message. */
export interface PendingFile {
  id: string;
  kind: FileKind;
  name: string;
  size: number;
  type: string;
  width: number | null;
  height: number | null;
  seconds: number | null;
  peaks: number[] | null;
}

export interface Pending {
  clientId: string;
  /** Several people may share one phone: nobody sends another's words. */
  personId: string;
  channelId: string;
  text: string;
  replyTo: { id: string; seq: number } | null;
  carries: Carries | null;
  /** What has to be uploaded before it can go; their bytes are kept beside it. */
  files?: PendingFile[];
  /** All of them are on the server. */
  isUploaded?: boolean;
  writtenAt: string;
  order: number;
  /** Why the server did not take it; null while it waits. */
  refusal: { code: ClientErrorCode; data: ErrorData } | null;
}

export const inOrder = (pendings: Pending[]) => pendings.toSorted((a, b) => a.order - b.order);

/** The place behind all others: grows with time, so that it holds across windows and restarts. */
export const lastPlace = (pendings: Pending[], now: number) =>
  Math.max(now, ...pendings.map(({ order }) => order + 1));

export const nextToSend = (pendings: Pending[], channelId: string): Pending | undefined =>
  inOrder(pendings).find((one) => one.channelId === channelId && !one.refusal && !hasToUpload(one));

/** Words do not wait behind a photo that is on its way: only what is uploaded takes its turn. */
const hasToUpload = ({ files, isUploaded }: Pending) => files !== undefined && !isUploaded;

export const nextToUpload = (pendings: Pending[], channelId: string): Pending | undefined =>
  inOrder(pendings).find((one) => one.channelId === channelId && !one.refusal && hasToUpload(one));

export const channelsToSend = (pendings: Pending[]): string[] => [
  ...new Set(
    inOrder(pendings)
      .filter(({ refusal }) => !refusal)
      .map(({ channelId }) => channelId),
  ),
];

/** Takes in what was kept; what is in memory already is newer. */
export function merge(pendings: Pending[], kept: Pending[]): Pending[] {
  const known = new Set(pendings.map(({ clientId }) => clientId));
  return inOrder([...pendings, ...kept.filter(({ clientId }) => !known.has(clientId))]);
}

/** A refused message waits again, behind what was written since; where it is given, with something else beside its words. */
export function tryAgain(
  pendings: Pending[],
  clientId: string,
  now: number,
  carries?: Pending['carries'],
): Pending[] {
  const change = {
    order: lastPlace(pendings, now),
    refusal: null,
    ...(carries !== undefined && { carries }),
  };
  return inOrder(pendings.map((one) => (one.clientId === clientId ? { ...one, ...change } : one)));
}

/** Whether to go on by oneself after this, and if so after how many milliseconds. */
export function patienceWith(code: ClientErrorCode, data: ErrorData, attempt: number): number | null {
  const wait = Math.min(1_000 * 2 ** attempt, 15_000);
  switch (code) {
    case 'rate_limited':
    case 'slow_mode':
      return Math.max((data.retryAfter ?? 5) * 1_000, 500);
    case 'offline':
    case 'unavailable':
    // Who is signed out is led to sign-in; the message waits for them there.
    case 'unauthenticated':
      return wait;
    default:
      return null;
  }
}
