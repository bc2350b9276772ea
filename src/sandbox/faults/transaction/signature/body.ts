import { createHash } from 'node:crypto';
import type { TransactionFault } from '../../fault.js';
import { alsoOver, signedInstead } from '../../shared/also-signed.js';
import { parseWithNumbers } from '../../shared/json/number-tokens.js';
import { php, python } from '../../shared/json/other-languages.js';

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');

const ids = (...names: readonly string[]) => names.map((name) => `transaction/signature/${name}`);

/** Hashes another text of the body than the documented one. */
function hashes(
  name: string,
  title: string,
  trips: readonly string[],
  text: (body: Buffer) => string | Buffer,
): TransactionFault {
  return {
    service: 'transaction',
    name: `transaction-${name}`,
    title,
    trips: ids(...trips),
    apply: (policy) =>
      signedInstead(policy, {
        bodyHash: ({ received: { body } }) => sha256(body.length === 0 ? body : text(body)),
      }),
  };
}

/** Parses the body and writes it again; a body that can't be parsed stays as it is. */
function rewritten(write: (value: unknown) => string): (body: Buffer) => string {
  return (body) => {
    const text = body.toString('utf8');
    try {
      return write(JSON.parse(text));
    } catch {
      return text;
    }
  };
}

/** As {@link rewritten}, for languages that tell 1.0 from 1. */
function rewrittenElsewhere(write: (value: unknown) => string): (body: Buffer) => string {
  return (body) => {
    const text = body.toString('utf8');
    try {
      return write(parseWithNumbers(text));
    } catch {
      return text;
    }
  };
}

/** Writes JSON with the members of every object in the order of their names. */
function sorted(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  const names = Object.keys(value).sort();
  const item = (name: string) => (value as Record<string, unknown>)[name];
  return `{${names.map((name) => `${JSON.stringify(name)}:${sorted(item(name))}`).join(',')}}`;
}

/** What is wrong with the text of the body that is hashed. */
export const transactionSignedBodyFaults: readonly TransactionFault[] = [
  hashes(
    'strips-all-whitespace',
    'strips all white space from the body before it hashes it, within strings too',
    ['accepts-spaces-in-strings', 'refuses-stripped-whitespace'],
    (body) => body.toString('utf8').replace(/\s+/g, ''),
  ),
  hashes(
    'hashes-raw-body',
    'hashes the body as it was received, not minified',
    ['accepts-pretty-body', 'refuses-raw-body-hash'],
    (body) => body,
  ),
  hashes(
    'reserialises-as-javascript',
    'hashes the body parsed and written again, as JSON.stringify does',
    ['accepts-number-spellings', 'accepts-escapes', 'refuses-reserialised-body'],
    rewritten((value) => JSON.stringify(value)),
  ),
  hashes(
    'reserialises-as-php',
    'hashes the body parsed into arrays and written again, as json_encode of PHP does',
    [
      'accepts-number-spellings',
      'accepts-escapes',
      'accepts-nested-empties',
      'refuses-reserialised-body',
    ],
    rewrittenElsewhere((value) => php(value, { arrays: true })),
  ),
  hashes(
    'escapes-slashes',
    'hashes the body parsed and written again by PHP with JSON_UNESCAPED_UNICODE',
    ['accepts-number-spellings', 'accepts-escapes', 'refuses-reserialised-body'],
    rewrittenElsewhere((value) => php(value, { unicode: true })),
  ),
  hashes(
    'escapes-letters',
    'hashes the body parsed and written again by PHP with JSON_UNESCAPED_SLASHES',
    ['accepts-number-spellings', 'accepts-escapes', 'refuses-reserialised-body'],
    rewrittenElsewhere((value) => php(value, { slashes: true })),
  ),
  hashes(
    'sorts-members',
    'hashes the body with its members sorted by name',
    [
      'accepts-number-spellings',
      'accepts-escapes',
      'accepts-member-order',
      'refuses-reserialised-body',
    ],
    rewritten(sorted),
  ),
  {
    service: 'transaction',
    name: 'transaction-decodes-pieces',
    title:
      'turns each piece of the body into text as it arrives, and hashes the texts put together',
    trips: ids('accepts-split-letters'),
    apply: (policy) =>
      signedInstead(policy, {
        bodyHash: (attempt) => {
          const { pieces } = attempt.received;
          const text = pieces.map((piece) => piece.toString('utf8')).join('');
          const body = Buffer.from(text);
          return policy.signed.bodyHash({ ...attempt, received: { ...attempt.received, body } });
        },
      }),
  },
  alsoOver(
    {
      name: 'transaction-takes-python-bodies',
      title: 'takes a signature over the body written again, as json.dumps of Python does, as well',
      trips: ids('refuses-reserialised-body'),
    },
    (_, { received }) => [{ bodyHash: () => sha256(rewrittenElsewhere(python)(received.body)) }],
  ),
  alsoOver(
    {
      name: 'transaction-hashes-known-members',
      title: 'takes a signature over the members of the body that it knows, the others left out',
      trips: ids('refuses-changed-body'),
    },
    (_, { received }) => {
      const known = rewritten((value) => {
        const { additionalInfo: __, ...members } = value as Record<string, unknown>;
        return JSON.stringify(members);
      });
      return [{ bodyHash: () => sha256(known(received.body)) }];
    },
  ),
  {
    service: 'transaction',
    name: 'transaction-reads-no-body-as-object',
    title: 'hashes {} if a request without a body has the Content-Type application/json',
    trips: ids('accepts-no-body'),
    call: { method: 'GET' },
    apply: (policy) =>
      signedInstead(policy, {
        bodyHash: (attempt) =>
          attempt.received.body.length === 0 && attempt.header('Content-Type') !== undefined
            ? sha256('{}')
            : policy.signed.bodyHash(attempt),
      }),
  },
];
