import { createHash } from 'node:crypto';
import type { TransactionConfig } from '../../../../../schemas/generated/config.js';
import { bodyHash } from '../../../../protocol/body-hash.js';
import type { TransactionPolicy } from '../../../transaction/policy.js';
import type { TransactionFault } from '../../fault.js';
import { alsoOver, signedInstead } from '../../shared/also-signed.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Also takes signatures with another text in place of the body's hash. */
function takesHash(
  name: string,
  title: string,
  hash: (right: string) => string,
  call?: Partial<TransactionConfig>,
): TransactionFault {
  return alsoOver(
    {
      name: `transaction-takes-${name}`,
      title: `takes a signature with ${title}`,
      trips: [`transaction/signature/refuses-${name}`],
      ...(call && { call }),
    },
    (right, attempt) => [{ bodyHash: () => hash(right.bodyHash(attempt)) }],
  );
}

const ids = (...names: readonly string[]) => names.map((name) => `transaction/signature/${name}`);

/** Hashes the body by the standard's rule, whatever the document says. */
function minifying(policy: TransactionPolicy): TransactionPolicy {
  return signedInstead(policy, { bodyHash: ({ received }) => bodyHash(received.body) });
}

/** What is wrong with the hash of the body: which text it is, or how it is written. */
export const transactionSignedHashFaults: readonly TransactionFault[] = [
  takesHash('upper-case-hash', 'the hash of the body in upper case', (hash) => hash.toUpperCase()),
  takesHash('base64-hash', 'the hash of the body in Base64', (hash) =>
    Buffer.from(hash, 'hex').toString('base64'),
  ),
  takesHash('double-hex-hash', 'the hash of the body hex-encoded twice', (hash) =>
    Buffer.from(hash, 'latin1').toString('hex'),
  ),
  takesHash('missing-hash', 'nothing in place of the hash', () => ''),
  takesHash('empty-body-hash', 'the hash of the empty text, though there is a body', () =>
    sha256(''),
  ),
  takesHash('empty-object-hash', 'the hash of {}, though there is no body', () => sha256('{}'), {
    method: 'GET',
  }),
  alsoOver(
    {
      name: 'transaction-takes-minified-hash',
      title: 'takes a signature over the minified body, though its document hashes it as sent',
      trips: ['transaction/signature/refuses-minified-hash'],
      overrides: { transaction: { bodyHash: { minify: 'raw' } } },
    },
    (_, { received }) => [{ bodyHash: () => bodyHash(received.body) }],
  ),
  {
    service: 'transaction',
    name: 'transaction-minifies-raw-body',
    title: 'minifies the body before it hashes it, though its document hashes it as sent',
    trips: ids('accepts-pretty-body', 'refuses-minified-hash'),
    overrides: { transaction: { bodyHash: { minify: 'raw' } } },
    apply: minifying,
  },
  {
    service: 'transaction',
    name: 'transaction-keeps-spaces-in-strings',
    title: 'hashes the spaces within strings, though its document takes all white space out',
    trips: ids('accepts-spaces-in-strings', 'refuses-minified-hash'),
    overrides: { transaction: { bodyHash: { minify: 'all-white-space' } } },
    apply: minifying,
  },
];
