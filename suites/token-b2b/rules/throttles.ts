import { headerOf } from '../../../src/engine/http/wire.js';
import type { AnsweredExchange, Rule } from '../../../src/engine/session/service.js';
import { type Message, say } from '../../../src/messages/message.js';
import { hasOwnCodes } from '../../shared/documented-answers.js';

/** What an answer 429 has to hold. */
export const throttleRules: readonly Rule<'token-b2b'>[] = [
  { id: 'token-b2b/security/rate-limit-answer', judge: rateLimitAnswer },
];

function rateLimitAnswer({ answer, settings }: AnsweredExchange<'token-b2b'>): Message | undefined {
  const { status } = answer;
  if (status !== 429) return say('token-b2b/security/status-of-429', { status });
  const documented = `429${settings.serviceCode}00`;
  if (!hasOwnCodes(settings) && answer.code !== documented)
    return say('token-b2b/security/code-of-429', { code: answer.code, documented });
  const retryAfter = headerOf(answer.response.headers, 'retry-after');
  if (retryAfter === undefined) return say('token-b2b/security/retry-after-absent');
  // Seconds, or a date in the one form that RFC 9110 lets senders use (sections 5.6.7 and 10.2.3).
  return /^\d+$/.test(retryAfter) || new Date(retryAfter).toUTCString() === retryAfter
    ? undefined
    : say('token-b2b/security/retry-after-unreadable', { value: retryAfter });
}
