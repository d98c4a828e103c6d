// Whether something failed because what the hub stands on is away: PostgreSQL or Redis, for a moment. Then nobody did anything
// wrong, and whoever asks again later gets through.

/**
 * SQLSTATEs and system errors: connections lost or refused, shutting down or starting up, too many, too slow, a deadlock;
 * prepared statements that are there twice or not at all, where a line lost or doubled what was said on it.
 */
const CODES =
  /^(08...|57P0[1-5]|57014|53300|25P03|40P01|42P05|26000|ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)$/;
/** What `pg` and `ioredis` say without a code. */
const WORDS =
  /Connection terminated|timeout exceeded when trying to connect|not queryable|max retries per request|Connection is closed|Command aborted|Stream isn't writeable|Socket timeout|timeout reached while waiting|Received unexpected/;

export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  // Only without a code: a database error's message can quote what somebody wrote.
  return (typeof code === 'string' ? CODES.test(code) : WORDS.test(error.message)) || isOutage(cause);
}
