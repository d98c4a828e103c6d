// The closed list of what can go wrong at the door. English codes for machines; the web turns them into words.

/** Error code -> HTTP status. The same codes answer a socket acknowledgement. */
export const errorStatus = {
  bad_request: 400,
  phone_invalid: 400,
  name_refused: 400,
  unauthenticated: 401,
  bad_credentials: 401,
  forbidden: 403,
  origin_refused: 403,
  muted: 403,
  quiet_hours: 403,
  too_late: 403,
  mention_forbidden: 403,
  mention_limited: 403,
  no_household: 403,
  quota_reached: 403,
  not_found: 404,
  conflict: 409,
  already_decided: 409,
  already_member: 409,
  household_exists: 409,
  mention_gone: 409,
  vote_closed: 409,
  vote_final: 409,
  files_missing: 409,
  last_admin: 409,
  last_head: 409,
  invitation_ended: 410,
  payload_too_large: 413,
  file_refused: 415,
  rate_limited: 429,
  slow_mode: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** What may go with a code: seconds to wait, the end of a mute or of a channel's rest, the fields that did not fit. */
export interface ErrorData {
  retryAfter?: number;
  until?: string;
  issues?: { path: string; message: string }[];
}

export interface ErrorBody {
  error: { code: ErrorCode; data?: ErrorData };
}
