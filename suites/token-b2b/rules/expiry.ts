import { headerOf } from '../../../src/engine/http/wire.js';
import type { AnsweredExchange, Rule } from '../../../src/engine/session/service.js';
import { type Message, say } from '../../../src/messages/message.js';
import { readJwt } from '../../shared/jwt.js';

/** A lifetime of more seconds than a day has is more likely one in milliseconds. */
const day = 86_400;

/** What no schema can demand of `expiresIn`. */
export function expiryRules(): readonly Rule<'token-b2b'>[] {
  let firstType: string | undefined;
  return [
    {
      id: 'token-b2b/expiry/positive',
      judge: (message) => {
        const seconds = secondsOf(message);
        if (seconds === undefined) return null;
        return seconds > 0 ? undefined : say('token-b2b/expiry/not-positive', { seconds });
      },
    },
    {
      id: 'token-b2b/expiry/documented-value',
      judge: (message) => {
        const documented = message.settings.success.expiresIn.seconds;
        const seconds = secondsOf(message);
        if (documented === 'unspecified' || seconds === undefined) return null;
        if (seconds <= 0 || seconds > day) return null;
        return seconds === documented
          ? undefined
          : say('token-b2b/expiry/not-as-documented', { seconds, documented });
      },
    },
    {
      id: 'token-b2b/expiry/not-milliseconds',
      judge: (message) => {
        const seconds = secondsOf(message);
        if (seconds === undefined) return null;
        return seconds <= day ? undefined : say('token-b2b/expiry/beyond-a-day', { seconds });
      },
    },
    {
      id: 'token-b2b/expiry/same-type-always',
      judge: ({ answer }) => {
        const value = answer.members?.['expiresIn'];
        if (value === undefined) return null;
        const type = typeof value;
        firstType ??= type;
        return type === firstType
          ? undefined
          : say('token-b2b/expiry/type-changed', { type, earlier: firstType });
      },
    },
    { id: 'token-b2b/expiry/jwt-lifetime', judge: jwtLifetime },
    { id: 'token-b2b/expiry/jwt-lives-now', judge: jwtLivesNow },
    {
      id: 'token-b2b/expiry/jwt-algorithm',
      judge: ({ answer }) => {
        const jwt = readJwt(answer.token);
        if (!jwt) return null;
        const { alg } = jwt.header;
        if (typeof alg !== 'string' || alg.toLowerCase() === 'none')
          return say('token-b2b/expiry/jwt-unsigned', { algorithm: JSON.stringify(alg) });
        return jwt.signature === ''
          ? say('token-b2b/expiry/jwt-signature-empty', { algorithm: alg })
          : undefined;
      },
    },
  ];
}

/** The lifetime in seconds; undefined if it isn't a whole number, which is another rule's matter. */
function secondsOf({ answer }: AnsweredExchange<'token-b2b'>): number | undefined {
  const value = answer.members?.['expiresIn'];
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
  return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : undefined;
}

function jwtLifetime(message: AnsweredExchange<'token-b2b'>): Message | undefined | null {
  const seconds = secondsOf(message);
  const jwt = readJwt(message.answer.token);
  const { exp, iat, nbf } = jwt?.claims ?? {};
  const from = iat ?? nbf;
  if (seconds === undefined || typeof exp !== 'number' || typeof from !== 'number') return null;
  const lifetime = exp - from;
  return Math.abs(lifetime - seconds) <= 1
    ? undefined
    : say('token-b2b/expiry/jwt-claims-otherwise', { claimed: lifetime, seconds });
}

/** Seconds by which the clocks of a target's machines may differ. */
const clocksApart = 300;

/**
 * By the answer's Date and by the time as far as known: the clock of what writes Date may be wrong. A token may be given
 * again as long as it lives.
 */
function jwtLivesNow({
  answer,
  receivedAt,
}: AnsweredExchange<'token-b2b'>): Message | undefined | null {
  const { exp, iat, nbf } = readJwt(answer.token)?.claims ?? {};
  const from = iat ?? nbf;
  if (typeof exp !== 'number' && typeof from !== 'number') return null;
  const date = Date.parse(headerOf(answer.response.headers, 'date') ?? '');
  const times = [receivedAt, Number.isNaN(date) ? receivedAt : date].map((time) => time / 1000);
  const [earliest, latest] = [Math.min(...times), Math.max(...times)];
  if (typeof from === 'number' && from > latest + clocksApart)
    return say('token-b2b/expiry/jwt-of-the-future', { seconds: Math.round(from - latest) });
  if (typeof exp === 'number' && exp < earliest - clocksApart)
    return say('token-b2b/expiry/jwt-of-the-past', { seconds: Math.round(earliest - exp) });
  return undefined;
}
