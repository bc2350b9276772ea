import { createHash } from 'node:crypto';
import type { TransactionConfig } from '../../../../../schemas/generated/config.js';
import type { TransactionFault } from '../../fault.js';
import { alsoOver } from '../../shared/also-signed.js';

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
];
