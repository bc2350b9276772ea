import { letPass } from '../../../policies/change-policy.js';
import type { TransactionAttempt } from '../../../transaction/policy.js';
import type { TransactionFault } from '../../fault.js';
import { alsoFinds, believed, findsBy } from '../../shared/find-token.js';
import { shortLived } from '../../shared/short-lived.js';

const partner = ({ header, clients }: TransactionAttempt) =>
  clients.get(header('X-PARTNER-ID') ?? '');

const unsigned = ['tokenPresence', 'client', 'tokenOwner', 'signature'] as const;

const refuses = (name: string) => `transaction/token/refuses-${name}`;

/** What is wrong with how the token of a transaction is looked up. */
export const transactionTokenLookupFaults: readonly TransactionFault[] = [
  {
    service: 'transaction',
    name: 'transaction-needs-no-token',
    title: 'looks at the token only if there is one',
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
        // Its own are JWTs: Base64 of a brace and a quote begins with eyJ.
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
    name: 'transaction-asks-for-no-scope',
    title: 'takes any token that is good, whatever services it was given for',
    trips: [refuses('out-of-scope-token')],
    call: { outOfScopeToken: 'a-token-that-is-good-for-other-services' },
    apply: (policy) => letPass(policy, ['tokenScope'], () => true),
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
    name: 'transaction-takes-token-again',
    title:
      'carries transactions out with one token until it expires, which its document gives for one',
    trips: ['transaction/token/refuses-used-token'],
    overrides: { transaction: { tokenUse: 'once' } },
    apply: (policy) => letPass(policy, ['tokenUnused'], () => true),
  },
];
