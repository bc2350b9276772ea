import { randomBytes, randomInt } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { withMembers, withoutHeader } from '../../answers/change-answer.js';
import { changeRefusal } from '../../policies/change-policy.js';
import { throttle } from '../../policies/throttle.js';
import type { TokenB2bPolicy } from '../../token-b2b/policy.js';
import type { RegisteredClient } from '../../tokens/client.js';
import { opaqueToken } from '../../tokens/issue.js';
import type { TokenB2bFault } from '../fault.js';

function issuing(policy: TokenB2bPolicy, make: () => string): TokenB2bPolicy {
  return { ...policy, issue: () => Promise.resolve(make()) };
}

/** Draws tokens that are too easy to guess. */
function draws(name: string, title: string, make: () => string): TokenB2bFault {
  return {
    service: 'token-b2b',
    name,
    title,
    trips: ['token-b2b/security/tokens-unpredictable'],
    apply: (policy) => issuing(policy, make),
  };
}

/** A UUID of version 1 (RFC 9562 section 5.1): ticks of 100 ns since 1582, then the machine's own part. */
function timeUuid(ticks: bigint): string {
  const hex = ticks.toString(16).padStart(15, '0');
  return `${hex.slice(7)}-${hex.slice(3, 7)}-1${hex.slice(0, 3)}-9c4e-0242ac120002`;
}

const ticksTo1970 = 122_192_928_000_000_000n;

/** What a server can give away, mix up or leave unsaid although each of its answers is right. */
export const tokenB2bSecurityFaults: readonly TokenB2bFault[] = [
  {
    service: 'token-b2b',
    name: 'tokens-from-a-sequence',
    title: 'takes tokens from a sequence of its database',
    trips: ['token-b2b/security/tokens-unpredictable'],
    apply: (policy) => {
      let last = 4_711_000;
      return issuing(policy, () => {
        last += 1;
        return String(last).padStart(32, '0');
      });
    },
  },
  {
    service: 'token-b2b',
    name: 'tokens-from-the-clock',
    title: 'makes tokens of the time in milliseconds and four random digits, in Base64',
    trips: ['token-b2b/security/tokens-unpredictable'],
    apply: (policy) =>
      issuing(policy, () =>
        Buffer.from(`token:${Date.now()}:${randomInt(1000, 10_000)}`).toString('base64'),
      ),
  },
  {
    service: 'token-b2b',
    name: 'time-based-uuids',
    title: 'gives UUIDs of version 1, which are made of the time and the network card',
    trips: ['token-b2b/security/tokens-unpredictable'],
    apply: (policy) => {
      let last = 0n;
      return issuing(policy, () => {
        const now = BigInt(Date.now()) * 10_000n + ticksTo1970;
        last = now > last ? now : last + 1n;
        return timeUuid(last);
      });
    },
  },
  draws(
    'eighteen-digits-in-base64',
    'gives eighteen random digits, in Base64 that looks like more',
    () => Buffer.from(Array.from({ length: 18 }, () => randomInt(10)).join('')).toString('base64'),
  ),
  draws('tokens-of-ten-digits', 'gives tokens of ten random hexadecimal digits', () =>
    randomBytes(5).toString('hex'),
  ),
  draws('binary-tokens', 'writes tokens as 26 digits, each 0 or 1', () =>
    randomBytes(4).readUInt32BE().toString(2).padStart(32, '0').slice(-26),
  ),
  draws(
    'repeats-its-random-part',
    'makes long tokens of twelve random digits by writing them three times',
    () => String(randomInt(1e12)).padStart(12, '0').repeat(3),
  ),
  {
    service: 'token-b2b',
    name: 'one-letter-tokens',
    title: 'gives each client one letter after the other',
    trips: ['token-b2b/security/tokens-unpredictable'],
    apply: (policy) => {
      let grants = 0;
      let first: string | undefined;
      return {
        ...policy,
        issue: async ({ client }) => {
          first ??= client.clientId;
          grants += 1;
          return String.fromCharCode((client.clientId === first ? 97 : 65) + (grants % 26));
        },
      };
    },
  },
  {
    service: 'token-b2b',
    name: 'mixes-clients-up',
    title:
      'keeps the client of a request where the next request overwrites it before the token is made',
    trips: ['token-b2b/security/no-mixing'],
    apply: (policy) => {
      let current: RegisteredClient;
      return {
        ...policy,
        issue: async (grant) => {
          current = grant.client;
          await turn();
          await turn();
          return policy.issue({ ...grant, client: current });
        },
      };
    },
  },
  {
    service: 'token-b2b',
    name: 'one-token-for-all',
    title: 'keeps a token for a second, and hands it to whoever asks meanwhile',
    trips: ['token-b2b/security/no-mixing'],
    apply: (policy) => {
      let kept: { token: Promise<string>; until: number } | undefined;
      return {
        ...policy,
        issue: (grant) => {
          if (!kept || kept.until <= grant.now)
            kept = { token: Promise.resolve(opaqueToken()), until: grant.now + 1000 };
          return kept.token;
        },
      };
    },
  },
  {
    service: 'token-b2b',
    name: 'throttles-without-a-time',
    title: 'answers 429 now and then without saying when to come again',
    trips: ['token-b2b/security/rate-limit-answer'],
    apply: (policy) =>
      changeRefusal(throttle(policy), (answer) => withoutHeader(answer, 'Retry-After'), [
        'throttled',
      ]),
  },
  {
    service: 'token-b2b',
    name: 'throttles-with-the-gateways-code',
    title: "answers 429 now and then with a code of its gateway's instead of the documented one",
    trips: ['token-b2b/security/rate-limit-answer'],
    apply: (policy) =>
      changeRefusal(
        throttle(policy),
        (answer) => withMembers(answer, { responseCode: '4290000', responseMessage: 'Slow down' }),
        ['throttled'],
      ),
  },
];
