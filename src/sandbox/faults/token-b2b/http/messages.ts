import { withTransport } from '../../../answers/change-answer.js';
import { alsoRefuse, changeGrant } from '../../../policies/change-policy.js';
import type { TokenB2bFault } from '../../fault.js';

/** What is wrong with how HTTP's own headers are followed. */
export const tokenB2bMessageFaults: readonly TokenB2bFault[] = [
  {
    service: 'token-b2b',
    name: 'refuses-chunked-bodies',
    title: 'reads as many bytes as Content-Length says, and none from a chunked body',
    trips: ['token-b2b/http/accepts-chunked-body'],
    apply: (policy) =>
      alsoRefuse(policy, ({ header }) =>
        /\bchunked\b/i.test(header('Transfer-Encoding') ?? '')
          ? { faultClass: 'malformed-body' }
          : undefined,
      ),
  },
  {
    service: 'token-b2b',
    name: 'accept-compared-as-text',
    title: 'compares Accept with application/json as text and refuses lists, ranges and weights',
    trips: ['token-b2b/http/accepts-accept-variants'],
    apply: (policy) =>
      alsoRefuse(policy, ({ header }) =>
        ['*/*', 'application/json'].includes(header('Accept') ?? '*/*')
          ? undefined
          : { faultClass: 'malformed-body' },
      ),
  },
  {
    service: 'token-b2b',
    name: 'refuses-connection-close',
    title: 'refuses a request whose client wants the connection closed after it',
    trips: ['token-b2b/http/accepts-connection-modes'],
    apply: (policy) =>
      alsoRefuse(policy, ({ header }) =>
        /\bclose\b/i.test(header('Connection') ?? '')
          ? { faultClass: 'malformed-body' }
          : undefined,
      ),
  },
  {
    service: 'token-b2b',
    name: 'refuses-expectations',
    title: 'refuses a request that waits for 100 Continue before it sends its body',
    trips: ['token-b2b/http/accepts-expect-continue'],
    apply: (policy) =>
      alsoRefuse(policy, ({ header }) =>
        header('Expect') === undefined ? undefined : { faultClass: 'malformed-body' },
      ),
  },
  {
    service: 'token-b2b',
    name: 'compresses-unasked',
    title: 'sends gzip to a client that accepts identity alone',
    trips: ['token-b2b/http/accepts-accept-encodings'],
    apply: (policy) => changeGrant(policy, (answer) => withTransport(answer, { gzip: 'always' })),
  },
];
