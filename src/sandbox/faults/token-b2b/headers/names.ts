import { decodeSignature } from '../../../../protocol/signature.js';
import { headerOf, type Received } from '../../../answers/received.js';
import { alsoRefuse, letPass, withStep } from '../../../policies/change-policy.js';
import type { TokenB2bPolicy } from '../../../token-b2b/policy.js';
import { signatureLength } from '../../../tokens/client.js';
import type { TokenAttempt } from '../../../tokens/policy.js';
import type { TokenB2bFault } from '../../fault.js';

/** True where X-SIGNATURE at least looks like one: Base64 of as many bytes as a client's key makes. */
function hasSignature({ clients, header }: TokenAttempt): boolean {
  const bytes = decodeSignature(header('X-SIGNATURE') ?? '', 'base64');
  return [...clients.values()].some((client) => signatureLength(client) === bytes?.length);
}

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

/** The values of a header, one for each of its lines. */
function valuesOf({ rawHeaders }: Received, name: string): string[] {
  return rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name.toLowerCase(),
  );
}

function skipsWithoutTimestamp(
  value: string | undefined,
  name: string,
  title: string,
): TokenB2bFault {
  return {
    service: 'token-b2b',
    name,
    title,
    trips: [`token-b2b/headers/rejects-${value === undefined ? 'missing' : 'empty'}-timestamp`],
    apply: (policy) =>
      letPass(
        policy,
        ['timestampPresence', 'timestampForm', 'signature'],
        (attempt) => attempt.header('X-TIMESTAMP') === value && hasSignature(attempt),
      ),
  };
}

function skipsWithoutSignature(
  value: string | undefined,
  name: string,
  title: string,
): TokenB2bFault {
  return {
    service: 'token-b2b',
    name,
    title,
    trips: [`token-b2b/headers/rejects-${value === undefined ? 'missing' : 'empty'}-signature`],
    apply: (policy) =>
      letPass(
        policy,
        ['signaturePresence', 'signature'],
        ({ header }) => header('X-SIGNATURE') === value,
      ),
  };
}

/** What is wrong with the handling of request headers. */
export const headerFaults: readonly TokenB2bFault[] = [
  skipsWithoutTimestamp(
    undefined,
    'timestamp-may-be-missing',
    'has nothing to verify without X-TIMESTAMP, and grants',
  ),
  skipsWithoutTimestamp(
    '',
    'timestamp-may-be-empty',
    'takes an empty X-TIMESTAMP for one that needs no verifying',
  ),
  skipsWithoutSignature(
    undefined,
    'signature-may-be-missing',
    'verifies X-SIGNATURE only where there is one',
  ),
  skipsWithoutSignature(
    '',
    'signature-may-be-empty',
    'verifies X-SIGNATURE only where it holds something',
  ),
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
    name: 'no-content-type-parameters',
    title: 'compares all of Content-Type, so that charset=utf-8 makes another type',
    trips: ['token-b2b/headers/accepts-content-type-charset'],
    apply: (policy) =>
      alsoRefuse(policy, ({ header }) =>
        header('Content-Type')?.includes(';')
          ? { faultClass: 'content-type', field: 'Content-Type' }
          : undefined,
      ),
  },
  {
    service: 'token-b2b',
    name: 'content-type-by-letter-case',
    title: 'compares the media type with regard to letter case',
    trips: ['token-b2b/headers/accepts-content-type-case'],
    apply: (policy) =>
      alsoRefuse(policy, ({ header }) => {
        const [mediaType = ''] = (header('Content-Type') ?? '').split(';', 1);
        return mediaType === mediaType.toLowerCase()
          ? undefined
          : { faultClass: 'content-type', field: 'Content-Type' };
      }),
  },
  {
    service: 'token-b2b',
    name: 'takes-text-plain',
    title: 'reads JSON whatever its Content-Type, text/plain too',
    trips: ['token-b2b/headers/rejects-text-plain'],
    apply: (policy) =>
      withStep(
        policy,
        'contentType',
        (step) => (attempt) =>
          /^text\/plain\b/i.test(attempt.header('Content-Type') ?? '') ? undefined : step(attempt),
      ),
  },
  {
    service: 'token-b2b',
    name: 'content-type-may-be-missing',
    title: 'takes a body without Content-Type for JSON',
    trips: ['token-b2b/headers/rejects-missing-content-type'],
    apply: (policy) =>
      letPass(policy, ['contentType'], ({ header }) => header('Content-Type') === undefined),
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
