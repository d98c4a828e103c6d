// What a reply does to a question, pure.
import type { ThreadStatus } from '../../shared/procedures.ts';

/** In whose name somebody replies: the commune's, the asker's, or a neighbour's. */
export type Voice = 'team' | 'asker' | 'neighbour';

/** The asker stays the asker, even one who belongs to the team. */
export function voiceOf({ isAsker, isTeam }: { isAsker: boolean; isTeam: boolean }): Voice {
  if (isAsker) return 'asker';
  return isTeam ? 'team' : 'neighbour';
}

/** The status after a reply: an official one answers, a further word of the asker opens what was answered or solved. */
export function statusAfterReply(status: ThreadStatus, voice: Voice, isTaken: boolean): ThreadStatus {
  if (voice === 'team') return status === 'solved' ? 'solved' : 'answered';
  if (voice === 'asker' && (status === 'answered' || status === 'solved')) return isTaken ? 'taken' : 'open';
  return status;
}
