import { randomBytes } from 'node:crypto';
import { encodedClaims } from '../../../tokens/issue.js';
import type { TokenB2bFault } from '../../fault.js';

/** Gives JWTs with another header, and random bytes for a signature. */
function jwtWithHeader(
  name: string,
  title: string,
  header: Readonly<Record<string, unknown>>,
): TokenB2bFault {
  return {
    service: 'token-b2b',
    name,
    title,
    trips: ['token-b2b/expiry/jwt-algorithm'],
    apply: (policy) => ({
      ...policy,
      issue: async (grant) => {
        const head = Buffer.from(JSON.stringify(header)).toString('base64url');
        return `${head}.${encodedClaims(grant)}.${randomBytes(256).toString('base64url')}`;
      },
    }),
  };
}

/** What is wrong with the JWTs that are given as tokens. */
export const tokenB2bJwtFaults: readonly TokenB2bFault[] = [
  {
    service: 'token-b2b',
    name: 'jwt-outlives-expiry',
    title: 'signs tokens that live twice as long as expiresIn says',
    trips: ['token-b2b/expiry/jwt-lifetime'],
    apply: (policy) => ({
      ...policy,
      issue: (grant) => policy.issue({ ...grant, seconds: grant.seconds * 2 }),
    }),
  },
  {
    service: 'token-b2b',
    name: 'jwt-outlives-expiry-by-two-seconds',
    title: 'signs tokens that live two seconds longer than expiresIn says',
    trips: ['token-b2b/expiry/jwt-lifetime'],
    apply: (policy) => ({
      ...policy,
      issue: (grant) => policy.issue({ ...grant, seconds: grant.seconds + 2 }),
    }),
  },
  ...[7, -7].map(
    (hours): TokenB2bFault => ({
      service: 'token-b2b',
      name: hours > 0 ? 'jwt-of-local-time' : 'jwt-of-local-time-taken-away',
      title: `dates its tokens ${Math.abs(hours)} hours ${hours > 0 ? 'ahead' : 'back'}, by local time`,
      trips: ['token-b2b/expiry/jwt-lives-now'],
      apply: (policy) => ({
        ...policy,
        issue: (grant) => policy.issue({ ...grant, now: grant.now + hours * 3_600_000 }),
      }),
    }),
  ),
  jwtWithHeader(
    'jwt-of-algorithm-none',
    'gives JWTs with the algorithm None, and something in place of the signature',
    { alg: 'None', typ: 'JWT' },
  ),
  jwtWithHeader('jwt-without-algorithm', 'gives JWTs whose header names no algorithm', {
    typ: 'JWT',
  }),
  {
    service: 'token-b2b',
    name: 'unsigned-jwt',
    title: 'gives JWTs with the algorithm none and an empty signature',
    trips: ['token-b2b/expiry/jwt-algorithm'],
    apply: (policy) => ({
      ...policy,
      issue: (grant) => {
        const header = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
        return Promise.resolve(`${header}.${encodedClaims(grant)}.`);
      },
    }),
  },
];
