import { type KeyObject, verify } from 'node:crypto';
import { letPass } from '../../../policies/change-policy.js';
import type { RegisteredClient } from '../../../tokens/client.js';
import type { IssuedToken } from '../../../tokens/issued-tokens.js';
import type { TransactionAttempt, TransactionPolicy } from '../../../transaction/policy.js';
import type { TransactionFault } from '../../fault.js';

/** A JWT taken apart and not verified; undefined for what is none. */
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

/** What a token that is believed stands for. */
function believed(client: RegisteredClient | undefined): IssuedToken | undefined {
  return client && { client, expiresAt: Number.POSITIVE_INFINITY };
}

const partner = ({ header, clients }: TransactionAttempt) =>
  clients.get(header('X-PARTNER-ID') ?? '');

/** The client that the claims name, where they have not expired. */
function clientOf(claims: Claims, { clients, now }: TransactionAttempt) {
  const alive = typeof claims.exp !== 'number' || claims.exp * 1000 > now;
  return alive ? clients.get(String(claims.sub)) : undefined;
}

/** Takes further tokens for good. */
function alsoFinds(
  policy: TransactionPolicy,
  find: (token: string, attempt: TransactionAttempt) => IssuedToken | undefined,
): TransactionPolicy {
  return {
    ...policy,
    findToken: (token, attempt) => policy.findToken(token, attempt) ?? find(token, attempt),
  };
}

/** Takes what has the same key as a good token that came before. */
function findsBy(policy: TransactionPolicy, keyOf: (token: string) => string): TransactionPolicy {
  const seen = new Map<string, IssuedToken>();
  return {
    ...policy,
    findToken: (token, attempt) => {
      const found = policy.findToken(token, attempt);
      if (found) seen.set(keyOf(token), found);
      return found ?? seen.get(keyOf(token));
    },
  };
}

function verifiesWith(token: string, key: KeyObject): boolean {
  const [header, claims, signature = ''] = token.split('.');
  const signed = Buffer.from(`${header}.${claims}`);
  return verify('sha256', signed, key, Buffer.from(signature, 'base64url'));
}

const unsigned = ['tokenPresence', 'client', 'tokenOwner', 'signature'] as const;

/** Seconds: long enough for requests on a busy machine, short enough to be waited for. */
const lifeSeconds = 3;

/** Tokens whose end a run can wait for. */
const shortLived = {
  slow: true,
  overrides: { 'token-b2b': { success: { expiresIn: { seconds: lifeSeconds } } } },
} as const;

const refuses = (name: string) => `transaction/token/refuses-${name}`;

/** What is wrong with how the token of a transaction is looked at. */
export const transactionTokenFaults: readonly TransactionFault[] = [
  {
    service: 'transaction',
    name: 'transaction-needs-no-token',
    title: 'looks at the token only where there is one',
    trips: [refuses('missing-token')],
    apply: (policy) =>
      letPass(policy, unsigned, ({ header }) => header('Authorization') === undefined),
  },
  {
    service: 'transaction',
    name: 'transaction-takes-empty-tokens',
    title: 'cuts Bearer off, finds nothing left of the token, and asks no further',
    trips: [refuses('empty-token')],
    apply: (policy) =>
      letPass(policy, unsigned, ({ header }) =>
        /^(?:bearer)?$/i.test(header('Authorization')?.trim() ?? 'none'),
      ),
  },
  {
    service: 'transaction',
    name: 'transaction-takes-any-token',
    title: 'takes any token, and finds the client by X-PARTNER-ID',
    trips: [
      refuses('unknown-token'),
      refuses('tampered-token'),
      refuses('altered-claims'),
      refuses('alg-none'),
      refuses('resigned-token'),
      refuses('foreign-token'),
    ],
    apply: (policy) => ({
      ...policy,
      findToken: (_, attempt) => believed(partner(attempt)),
    }),
  },
  {
    service: 'transaction',
    name: 'transaction-takes-unlike-tokens',
    title: 'takes a token that does not look like one of its own for one of the system before it',
    trips: [refuses('unknown-token')],
    apply: (policy) =>
      alsoFinds(policy, (token, attempt) =>
        // Its own are JWTs: header and claims begin with a brace and a quote.
        token.startsWith('eyJ') || token.includes('.eyJ') ? undefined : believed(partner(attempt)),
      ),
  },
  {
    service: 'transaction',
    name: 'transaction-goes-by-the-shape-of-tokens',
    title: 'takes any three parts between full stops for a token of its own',
    trips: [
      refuses('unknown-token'),
      refuses('tampered-token'),
      refuses('altered-claims'),
      refuses('resigned-token'),
    ],
    apply: (policy) =>
      alsoFinds(policy, (token, attempt) =>
        /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token) ? believed(partner(attempt)) : undefined,
      ),
  },
  {
    service: 'transaction',
    name: 'transaction-cuts-tokens',
    title: 'keeps tokens in a column of 255 characters, and compares no more of them',
    trips: [refuses('tampered-token')],
    apply: (policy) => findsBy(policy, (token) => token.slice(0, 255)),
  },
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
  {
    service: 'transaction',
    name: 'transaction-takes-anybodys-token',
    title: 'asks whether the token exists, and takes the client from X-PARTNER-ID',
    trips: [refuses('foreign-token')],
    apply: (policy) => ({
      ...policy,
      findToken: (token, attempt) => {
        const found = policy.findToken(token, attempt);
        return found && { ...found, client: partner(attempt) ?? found.client };
      },
    }),
  },
  {
    service: 'transaction',
    name: 'transaction-token-never-expires',
    title: 'never asks whether the life of a token is over',
    trips: [refuses('expired-token')],
    ...shortLived,
    apply: (policy) => ({ ...policy, findToken: (token, { tokens }) => tokens.get(token) }),
  },
  {
    service: 'transaction',
    name: 'token-dies-early',
    title: 'forgets a token a third of its life before expiresIn says so',
    trips: ['token-b2b/expiry/honoured'],
    ...shortLived,
    apply: (policy) => ({
      ...policy,
      findToken: (token, attempt) => {
        const found = policy.findToken(token, attempt);
        return found && found.expiresAt - lifeSeconds * 333 > attempt.now ? found : undefined;
      },
    }),
  },
];
