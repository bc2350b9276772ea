import { type KeyObject, verify } from 'node:crypto';
import type { TransactionAttempt } from '../../../transaction/policy.js';
import type { TransactionFault } from '../../fault.js';
import { alsoFinds, believed, findsBy } from '../../shared/find-token.js';

/** A JWT, parsed and not verified; undefined if the text isn't one. */
function parse(token: string): { header: Record<string, unknown>; claims: Claims } | undefined {
  const [header, claims, signature] = token.split('.');
  try {
    return signature === undefined
      ? undefined
      : { header: decode(header) as Record<string, unknown>, claims: decode(claims) as Claims };
  } catch {
    return undefined;
  }
}

interface Claims {
  sub?: unknown;
  exp?: unknown;
}

function decode(part = ''): unknown {
  const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  if (typeof value !== 'object' || value === null) throw new TypeError('no object');
  return value;
}

/** The client that the claims name; undefined if they have expired. */
function clientOf(claims: Claims, { clients, now }: TransactionAttempt) {
  const alive = typeof claims.exp !== 'number' || claims.exp * 1000 > now;
  return alive ? clients.get(String(claims.sub)) : undefined;
}

function verifiesWith(token: string, key: KeyObject): boolean {
  const [header, claims, signature = ''] = token.split('.');
  const signed = Buffer.from(`${header}.${claims}`);
  return verify('sha256', signed, key, Buffer.from(signature, 'base64url'));
}

const refuses = (name: string) => `transaction/token/refuses-${name}`;

/** What is wrong with how the JWT of a transaction is read. */
export const transactionJwtFaults: readonly TransactionFault[] = [
  {
    service: 'transaction',
    name: 'transaction-never-verifies-jwt',
    title: 'parses the JWT without verifying it, and believes its claims',
    trips: [
      refuses('tampered-token'),
      refuses('altered-claims'),
      refuses('alg-none'),
      refuses('resigned-token'),
    ],
    apply: (policy) =>
      alsoFinds(policy, (token, attempt) => {
        const jwt = parse(token);
        return jwt && believed(clientOf(jwt.claims, attempt));
      }),
  },
  {
    service: 'transaction',
    name: 'transaction-knows-jwt-by-signature',
    title: 'keeps the signature part of its JWTs, and reads claims out of whatever comes with it',
    trips: [refuses('tampered-token'), refuses('altered-claims')],
    apply: (policy) => findsBy(policy, (token) => token.split('.')[2] ?? token),
  },
  {
    service: 'transaction',
    name: 'transaction-believes-alg-none',
    title: 'verifies a JWT by the algorithm in its header, none included',
    trips: [refuses('alg-none')],
    apply: (policy) =>
      alsoFinds(policy, (token, attempt) => {
        const jwt = parse(token);
        return jwt && /^none$/i.test(String(jwt.header['alg']))
          ? believed(clientOf(jwt.claims, attempt))
          : undefined;
      }),
  },
  {
    service: 'transaction',
    name: 'transaction-verifies-jwt-by-client-key',
    title: "verifies a JWT with the public keys of its clients, as it does clients' assertions",
    trips: [refuses('resigned-token')],
    apply: (policy) =>
      alsoFinds(policy, (token, attempt) => {
        const jwt = parse(token);
        const client = jwt && clientOf(jwt.claims, attempt);
        return client && verifiesWith(token, client.publicKey) ? believed(client) : undefined;
      }),
  },
];
