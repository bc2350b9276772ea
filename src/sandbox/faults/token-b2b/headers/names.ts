import { headerOf, type Received } from '../../../answers/received.js';
import { alsoRefuse, withStep } from '../../../policies/change-policy.js';
import type { TokenB2bPolicy } from '../../../token-b2b/policy.js';
import type { TokenB2bFault } from '../../fault.js';

const snapHeaders = ['X-TIMESTAMP', 'X-CLIENT-KEY', 'X-SIGNATURE'];

/** What a plain HTTP client sends by itself. */
const usualHeaders = new Set([
  ...snapHeaders.map((name) => name.toLowerCase()),
  'accept',
  'accept-encoding',
  'accept-language',
  'connection',
  'content-length',
  'content-type',
  'date',
  'expect',
  'host',
  'keep-alive',
  'sec-fetch-mode',
  'te',
  'trailer',
  'transfer-encoding',
  'user-agent',
]);

/** Takes one of several values of a header: the first, or the last. */
function takesOneOf(policy: TokenB2bPolicy, field: string, which: 0 | -1): TokenB2bPolicy {
  const one = withStep(policy, 'headersOnce', (step) => (attempt) => {
    const refusal = step(attempt);
    return refusal?.field === field ? undefined : refusal;
  });
  return {
    ...one,
    header: (received, name) =>
      name === field ? valuesOf(received, name).at(which) : policy.header(received, name),
  };
}

/** The values of a header, one for each line that it comes on. */
function valuesOf({ rawHeaders }: Received, name: string): string[] {
  return rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name.toLowerCase(),
  );
}

/** What is wrong with how headers are found by their names. */
export const tokenB2bHeaderNameFaults: readonly TokenB2bFault[] = [
  {
    service: 'token-b2b',
    name: 'header-names-by-letter-case',
    title: 'finds X-TIMESTAMP, X-CLIENT-KEY and X-SIGNATURE only in capital letters',
    trips: ['token-b2b/headers/accepts-any-name-case'],
    apply: (policy) => ({
      ...policy,
      header: (received, name) => {
        if (!snapHeaders.includes(name)) return policy.header(received, name);
        const written = received.rawHeaders.some((each, index) => index % 2 === 0 && each === name);
        return written ? headerOf(received, name) : undefined;
      },
    }),
  },
  {
    service: 'token-b2b',
    name: 'refuses-unknown-headers',
    title: 'refuses a request with any header that its document does not name',
    trips: ['token-b2b/headers/accepts-unknown-headers'],
    apply: (policy) =>
      alsoRefuse(policy, ({ received }) =>
        Object.keys(received.headers).every((name) => usualHeaders.has(name))
          ? undefined
          : { faultClass: 'malformed-body' },
      ),
  },
  {
    service: 'token-b2b',
    name: 'reads-the-last-signature',
    title: 'reads the last of several X-SIGNATURE headers, and its firewall the first',
    trips: ['token-b2b/headers/rejects-duplicate-signature'],
    apply: (policy) => takesOneOf(policy, 'X-SIGNATURE', -1),
  },
  {
    service: 'token-b2b',
    name: 'reads-the-first-client-key',
    title: 'reads the first of several X-CLIENT-KEY headers, and its log the last',
    trips: ['token-b2b/headers/rejects-duplicate-client-key'],
    apply: (policy) => takesOneOf(policy, 'X-CLIENT-KEY', 0),
  },
  {
    service: 'token-b2b',
    name: 'underscores-are-hyphens',
    title: 'gets its headers by the way of CGI, where X_SIGNATURE and X-SIGNATURE are one',
    trips: ['token-b2b/headers/rejects-underscore-names'],
    apply: (policy) => ({
      ...policy,
      header: (received, name) =>
        policy.header(received, name) ?? policy.header(received, name.replaceAll('-', '_')),
    }),
  },
];
