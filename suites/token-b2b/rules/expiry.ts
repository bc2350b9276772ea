import type { AnsweredExchange, Rule } from '../../../src/engine/session/service.js';
import { readJwt } from '../../shared/jwt.js';

/** Beyond a day a lifetime in seconds is more likely one in milliseconds. */
const day = 86_400;

/** What `expiresIn` says, where a schema can't say it. */
export function expiryRules(): readonly Rule[] {
  let firstType: string | undefined;
  return [
    {
      id: 'token-b2b/expiry/positive',
      judge: (message) => {
        const seconds = secondsOf(message);
        if (seconds === undefined) return null;
        return seconds > 0 ? undefined : `expiresIn is ${seconds}: the token is dead on arrival`;
      },
    },
    {
      id: 'token-b2b/expiry/documented-value',
      judge: (message) => {
        const documented = message.settings.success.expiresIn.seconds;
        const seconds = secondsOf(message);
        if (seconds === undefined || seconds <= 0 || seconds > day) return null;
        return seconds === documented
          ? undefined
          : `expiresIn is ${seconds}, the document says ${documented}`;
      },
    },
    {
      id: 'token-b2b/expiry/not-milliseconds',
      judge: (message) => {
        const seconds = secondsOf(message);
        if (seconds === undefined) return null;
        return seconds <= day
          ? undefined
          : `expiresIn is ${seconds}, more than a day of seconds: it looks like milliseconds or a point in time`;
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
          : `expiresIn is a ${type} here, a ${firstType} in an earlier grant of the same run`;
      },
    },
    { id: 'token-b2b/expiry/jwt-lifetime', judge: jwtLifetime },
    {
      id: 'token-b2b/expiry/jwt-algorithm',
      judge: ({ answer }) => {
        const jwt = readJwt(answer.token);
        if (!jwt) return null;
        const { alg } = jwt.header;
        if (typeof alg !== 'string' || alg.toLowerCase() === 'none')
          return `the token is a JWT with alg ${JSON.stringify(alg)}: anybody can make one`;
        return jwt.signature === ''
          ? `the token is a JWT (${alg}) with an empty signature`
          : undefined;
      },
    },
  ];
}

/** The lifetime in seconds; undefined where it isn't a whole number, which is another rule's matter. */
function secondsOf({ answer }: AnsweredExchange): number | undefined {
  const value = answer.members?.['expiresIn'];
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
  return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : undefined;
}

function jwtLifetime(message: AnsweredExchange): string | undefined | null {
  const seconds = secondsOf(message);
  const jwt = readJwt(message.answer.token);
  const { exp, iat, nbf } = jwt?.claims ?? {};
  const from = iat ?? nbf;
  if (seconds === undefined || typeof exp !== 'number' || typeof from !== 'number') return null;
  const lifetime = exp - from;
  return Math.abs(lifetime - seconds) <= 1
    ? undefined
    : `the token's own claims give it ${lifetime} s, expiresIn says ${seconds}`;
}
