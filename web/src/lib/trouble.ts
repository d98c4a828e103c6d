// What went wrong, in words for people. A file of its own because it is long, and a first screen seldom needs it.
import { ApiError, type ClientErrorCode } from './api.ts';
import { m } from './paraglide/messages.js';
import { absoluteTime, clockTime, duration } from './time.ts';

/** What happened, what was kept, and what to do. */
export function errorWords(error: unknown): string {
  if (!(error instanceof ApiError)) return m.common_error_internal();
  const { code, data } = error;
  if (code === 'rate_limited') return m.common_error_rate_limited({ wait: duration(data.retryAfter ?? 60) });
  if (code === 'slow_mode') return m.common_error_slow_mode({ wait: duration(data.retryAfter ?? 60) });
  if (code === 'mention_limited')
    return m.common_error_mention_limited({ wait: duration(data.retryAfter ?? 3_600) });
  if (code === 'quiet_hours' && data.until)
    return m.common_error_quiet_hours({ time: clockTime(data.until) });
  if (code === 'muted')
    return data.until
      ? m.common_error_muted_until({ time: absoluteTime(data.until) })
      : m.common_error_muted();
  return codeWords(code);
}

export function codeWords(code: ClientErrorCode | undefined): string {
  const words: Record<ClientErrorCode, () => string> = {
    offline: m.common_error_offline,
    bad_request: m.common_error_bad_request,
    phone_invalid: m.common_error_phone_invalid,
    name_refused: m.common_error_name_refused,
    last_admin: m.common_error_last_admin,
    last_head: m.common_error_last_head,
    unauthenticated: m.common_error_unauthenticated,
    bad_credentials: m.common_error_bad_credentials,
    forbidden: m.common_error_forbidden,
    origin_refused: m.common_error_origin_refused,
    muted: m.common_error_muted,
    not_found: m.common_error_not_found,
    conflict: m.common_error_conflict,
    already_decided: m.common_error_already_decided,
    already_member: m.common_error_already_member,
    household_exists: m.common_error_household_exists,
    no_household: m.common_error_no_household,
    vote_closed: m.common_error_vote_closed,
    vote_final: m.common_error_vote_final,
    invitation_ended: m.common_error_invitation_ended,
    payload_too_large: m.common_error_payload_too_large,
    too_late: m.common_error_too_late,
    mention_forbidden: m.common_error_mention_forbidden,
    mention_gone: m.common_error_mention_gone,
    mention_limited: () => m.common_error_mention_limited({ wait: duration(3_600) }),
    quota_reached: m.files_error_quota,
    files_missing: m.files_error_missing,
    file_refused: m.files_error_refused,
    slow_mode: () => m.common_error_slow_mode({ wait: duration(60) }),
    quiet_hours: m.common_error_quiet_hours_now,
    rate_limited: () => m.common_error_rate_limited({ wait: duration(60) }),
    internal: m.common_error_internal,
    unavailable: m.common_error_unavailable,
  };
  return (words[code ?? 'internal'] ?? m.common_error_internal)();
}
