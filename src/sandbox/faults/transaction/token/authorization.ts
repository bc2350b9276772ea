import { alsoRefuse } from '../../../policies/change-policy.js';
import type { TransactionPolicy } from '../../../transaction/policy.js';
import { usualCall } from '../../../transaction/usual-transaction.js';
import type { TransactionFault } from '../../fault.js';

/** Reads tokens out of values of Authorization that hold none by the rules. */
function alsoReads(
  policy: TransactionPolicy,
  read: (authorization: string) => string | undefined,
): TransactionPolicy {
  return { ...policy, readToken: (value) => policy.readToken(value) ?? read(value) };
}

const refuses = (name: string) => `transaction/token/refuses-${name}`;

/** What is wrong with how the token is read out of a transaction. */
export const transactionAuthorizationFaults: readonly TransactionFault[] = [
  {
    service: 'transaction',
    name: 'transaction-reads-bare-tokens',
    title: 'removes "Bearer " from Authorization if it happens to be there',
    trips: [refuses('without-bearer')],
    apply: (policy) => alsoReads(policy, (value) => /^[^\s]{20,}$/.exec(value)?.[0]),
  },
  {
    service: 'transaction',
    name: 'transaction-takes-any-scheme',
    title: 'takes what follows the first blank of Authorization, whatever comes before it',
    trips: [refuses('other-scheme')],
    apply: (policy) => alsoReads(policy, (value) => /^\S+ +(\S+)$/.exec(value)?.[1]),
  },
  {
    service: 'transaction',
    name: 'transaction-reads-token-from-query',
    title: 'reads access_token from the query if there is no Authorization',
    trips: [refuses('token-in-query')],
    // The query already has a parameter, and the token comes after it.
    call: { path: `${usualCall.path}?lang=id` },
    apply: (policy) => ({
      ...policy,
      header: (received, name) => {
        const value = policy.header(received, name);
        if (name !== 'Authorization' || value !== undefined) return value;
        const token = new URLSearchParams(received.target.split('?')[1]).get('access_token');
        return token === null ? undefined : `Bearer ${token}`;
      },
    }),
  },
  {
    service: 'transaction',
    name: 'transaction-scheme-by-letter-case',
    title: 'compares the scheme with Bearer letter by letter',
    trips: ['transaction/token/accepts-scheme-letter-case'],
    apply: (policy) =>
      alsoRefuse(policy, ({ header }) =>
        header('Authorization')?.startsWith('Bearer ') === false
          ? { faultClass: 'invalid-token' }
          : undefined,
      ),
  },
];
