import { headerOf, type WireResponse } from '../wire.js';

/** How an answer says that it is about the moment and not about the request. */
export type PutOffKind =
  /** Too many requests. */
  | 'rate-limited'
  /** The service is down, or too busy. */
  | 'unavailable'
  /** A firewall's page stands in for the service. */
  | 'blocked';

// 420 and 509 are no registered statuses; gateways use them for 429 all the same.
const tooMany = new Set([429, 420, 509]);
const unavailable = new Set([502, 503, 504]);
/** A SNAP response code of status 429, under whatever status it comes. */
const codeTooMany = /"responseCode"\s*:\s*"?429\d{2}00\b/;
const page = /^\s*<(?:!doctype html|html)/i;

/**
 * Says whether an answer puts the request off instead of answering it.
 *
 * @param speaksJson The target answered in JSON before: a page of 403 is then not its own.
 */
export function putOffKind(response: WireResponse, speaksJson: boolean): PutOffKind | undefined {
  const { status, body } = response;
  if (tooMany.has(status)) return 'rate-limited';
  if (unavailable.has(status)) return 'unavailable';
  const start = body.subarray(0, 4096).toString('latin1');
  if (codeTooMany.test(start)) return 'rate-limited';
  const isPage =
    page.test(start) || /^text\/html\b/i.test(headerOf(response.headers, 'content-type') ?? '');
  return status === 403 && speaksJson && isPage ? 'blocked' : undefined;
}

/** Retry-After in milliseconds: seconds or an HTTP date (RFC 9110 section 10.2.3); undefined if it is neither. */
export function retryAfter(
  { headers }: WireResponse,
  now: number = Date.now(),
): number | undefined {
  const value = headerOf(headers, 'retry-after')?.trim();
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
