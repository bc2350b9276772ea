import { headerOf } from '../../../src/engine/http/wire.js';
import type { AnsweredExchange, Rule } from '../../../src/engine/session/service.js';

/** What an answer 429 has to hold. */
export const throttleRules: readonly Rule[] = [
  { id: 'token-b2b/security/rate-limit-answer', judge: rateLimitAnswer },
];

function rateLimitAnswer({ answer, settings }: AnsweredExchange): string | undefined {
  const documented = `429${settings.serviceCode}00`;
  if (answer.code !== documented)
    return `an answer 429 has the responseCode ${answer.code ?? '(none)'}, not ${documented}`;
  const retryAfter = headerOf(answer.response.headers, 'retry-after');
  if (retryAfter === undefined) return 'an answer 429 has no Retry-After';
  // Seconds, or a date as RFC 9110 (sections 5.6.7 and 10.2.3) has it sent.
  return /^\d+$/.test(retryAfter) || new Date(retryAfter).toUTCString() === retryAfter
    ? undefined
    : `Retry-After of an answer 429 is neither seconds nor a date: ${JSON.stringify(retryAfter)}`;
}
