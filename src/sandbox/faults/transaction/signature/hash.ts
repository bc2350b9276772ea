import { createHash } from 'node:crypto';
import type { TransactionConfig } from '../../../../../schemas/generated/config.js';
import type { TransactionFault } from '../../fault.js';
import { alsoOver } from '../../shared/also-signed.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Takes another text in the place of the body's hash beside the documented one. */
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

/** What is wrong with how the hash of the body is written, or which it is. */
export const transactionSignedHashFaults: readonly TransactionFault[] = [
  takesHash('upper-case-hash', 'the hash of the body in upper case', (hash) => hash.toUpperCase()),
  takesHash('base64-hash', 'the hash of the body in Base64', (hash) =>
    Buffer.from(hash, 'hex').toString('base64'),
  ),
  takesHash('double-hex-hash', 'the hash of the body hex-encoded twice', (hash) =>
    Buffer.from(hash, 'latin1').toString('hex'),
  ),
  takesHash('missing-hash', 'nothing in the place of the hash', () => ''),
  takesHash('empty-body-hash', 'the hash of the empty text, though there is a body', () =>
    sha256(''),
  ),
  takesHash('empty-object-hash', 'the hash of {}, though there is no body', () => sha256('{}'), {
    method: 'GET',
  }),
];
