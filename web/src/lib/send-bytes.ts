// Bytes to the server, where a call of api.ts sends JSON.
import type { ErrorBody } from '../../../shared/errors.ts';
import { ApiError } from './api.ts';

const PATIENCE_MS = 60_000;

/** Gives what was answered. Throws ApiError. */
export async function sendBytes<Answer>(method: string, address: string, body: Blob): Promise<Answer> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(address, {
      method,
      credentials: 'same-origin',
      headers: { 'content-type': 'application/octet-stream' },
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    answer = await response.json();
  } catch {
    throw new ApiError('offline');
  }
  if (response.ok) return answer as Answer;
  const error = (answer as ErrorBody | null)?.error;
  throw new ApiError(error?.code ?? 'unavailable', error?.data, response.status);
}
