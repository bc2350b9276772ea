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

/** The URL as a framework hands it over once it has decoded it; one that can't be decoded stays as it is. */
function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** A gateway in front of the service, whose prefix the service doesn't see. */
const behindGateway = {
  prefix: '/gateway',
  overrides: { transaction: { signedPath: { cut: '/gateway' } } },
};

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
  {
    service: 'transaction',
    name: 'transaction-decodes-query',
    title: 'signs the query with its percent escapes decoded',
    trips: ['transaction/signature/accepts-query'],
    apply: (policy) =>
      signedInstead(policy, {
        path: (attempt) => {
          const [path = '', query] = policy.signed.path(attempt).split('?', 2);
          return query === undefined ? path : `${path}?${decoded(query)}`;
        },
      }),
  },
  {
    service: 'transaction',
    name: 'transaction-decodes-path',
    title: 'signs the path with its percent escapes decoded',
    trips: ['transaction/signature/accepts-valid'],
    call: { path: '/v1.0/accounts/20001%2F00101/balance-inquiry' },
    apply: (policy) =>
      signedInstead(policy, { path: (attempt) => decoded(policy.signed.path(attempt)) }),
  },
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
      name: 'transaction-takes-uncut-path',
      title: 'takes a signature over the path as sent, though its document has a prefix cut off it',
      trips: ['transaction/signature/refuses-other-path'],
      ...behindGateway,
    },
    (_, { received }) => [{ path: () => received.target }],
  ),
  {
    service: 'transaction',
    name: 'transaction-signs-uncut-path',
    title: 'verifies over the path as it is sent, though its document has a prefix cut off it',
    trips: ['transaction/signature/accepts-valid'],
    ...behindGateway,
    apply: (policy) => signedInstead(policy, { path: ({ received }) => received.target }),
  },
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
