// Whether a browser's request comes from our own pages.
import type { IncomingHttpHeaders } from 'node:http';

/**
 * A browser names the origin of every unsafe request and of every socket handshake; it must be the host that was asked, or one
 * that the configuration names. What names no origin is no browser, and carries nobody's cookie unasked.
 */
export function isTrustedOrigin(headers: IncomingHttpHeaders, publicOrigins: string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return headers['sec-fetch-site'] !== 'cross-site';
  if (publicOrigins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
