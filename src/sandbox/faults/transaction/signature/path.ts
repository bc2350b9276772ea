import type { PathMode } from '../../../../protocol/signed-path.js';
import { headerOf } from '../../../answers/received.js';
import type { TransactionFault } from '../../fault.js';
import { alsoOver, signedInstead } from '../../shared/also-signed.js';

/** Verifies signatures over the query by another rule than the documented one. */
function queryFault(
  name: string,
  title: string,
  pathMode: PathMode,
  path: (target: string) => string,
): TransactionFault {
  return {
    service: 'transaction',
    name: `transaction-${name}`,
    title,
    trips: ['transaction/signature/accepts-query', 'transaction/signature/refuses-changed-query'],
    ...(pathMode !== 'with-query' && { overrides: { transaction: { pathMode } } }),
    apply: (policy) => signedInstead(policy, { path: ({ received }) => path(received.target) }),
  };
}

/** What is wrong with the path and the method that are signed. */
export const transactionSignedPathFaults: readonly TransactionFault[] = [
  queryFault(
    'drops-query',
    'leaves the query out of the path that is signed',
    'with-query',
    (target) => target.replace(/\?.*$/, ''),
  ),
  queryFault(
    'keeps-query',
    'signs the path with its query, which its document leaves out',
    'no-query',
    (target) => target,
  ),
  queryFault(
    'leaves-query-unsorted',
    'signs the query as it was sent, though its document sorts it',
    'sorted-query',
    (target) => target,
  ),
  alsoOver(
    {
      name: 'transaction-takes-any-method',
      title: 'takes a signature with whichever method',
      trips: ['transaction/signature/refuses-other-method'],
    },
    (_, { received }) =>
      ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', received.method.toLowerCase()].map((method) => ({
        method: () => method,
      })),
  ),
  alsoOver(
    {
      name: 'transaction-overlooks-trailing-slash',
      title: 'takes a signature over the path with a slash at its end',
      trips: ['transaction/signature/refuses-other-path'],
    },
    (right, attempt) => [{ path: () => right.path(attempt).replace(/(?=\?|$)/, '/') }],
  ),
  alsoOver(
    {
      name: 'transaction-takes-path-without-prefix',
      title: 'takes a signature over the path without the prefix of its base URL',
      trips: ['transaction/signature/refuses-path-without-prefix'],
      prefix: '/snap',
    },
    (right, attempt) => [{ path: () => right.path(attempt).replace(/^\/snap/, '') }],
  ),
  alsoOver(
    {
      name: 'transaction-takes-full-url',
      title: 'takes a signature over the whole URL',
      trips: ['transaction/signature/refuses-full-url'],
    },
    (right, attempt) => [
      { path: () => `http://${headerOf(attempt.received, 'Host')}${right.path(attempt)}` },
    ],
  ),
];
