import type { NoAnswerKind, Sent } from '../wire.js';
import { retryAfter } from './put-off.js';

/** Attempts of a request that goes unanswered. */
const attemptsUnanswered = 3;
/** Attempts of a request that the target puts off: it is there, and the pace is slowed for it. */
const attemptsPutOff = 10;
/** The longest wait between two attempts, milliseconds. */
const longestBackoffMs = 2000;

/**
 * Milliseconds to wait before the next attempt; undefined if there is to be none. A Retry-After is the pace's to
 * keep, for all requests.
 */
export function waitBeforeRetry(sent: Sent): number | undefined {
  const { request, response, noAnswer, attempts } = sent;
  // It surely left the request alone: it refused the connection, or said so.
  const notCarriedOut =
    ['rate-limited', 'refused', 'proxy'].includes(noAnswer?.kind ?? '') || response?.status === 503;
  if (request.notRepeatable && !notCarriedOut) return undefined;
  const most = mostAttempts(noAnswer?.kind, response?.status);
  if (attempts >= most) return undefined;
  return response && retryAfter(response) !== undefined
    ? 0
    : Math.min(longestBackoffMs, 50 * 2 ** (attempts - 1));
}

function mostAttempts(kind: NoAnswerKind | undefined, status: number | undefined): number {
  switch (kind) {
    case 'rate-limited':
      return attemptsPutOff;
    case 'unavailable':
      return status === 503 ? attemptsPutOff : attemptsUnanswered;
    case 'timeout':
    case 'reset':
    case 'refused':
    case 'proxy':
      return attemptsUnanswered;
    default:
      return 0;
  }
}
