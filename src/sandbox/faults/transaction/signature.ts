import type { TransactionFault } from '../fault.js';
import { signedBodyFaults } from './signature/body.js';
import { signatureFormFaults } from './signature/form.js';
import { signedHashFaults } from './signature/hash.js';
import { signatureKeyFaults } from './signature/key.js';
import { signedPathFaults } from './signature/path.js';
import { signedTextFaults } from './signature/text.js';

/** What is wrong with how the signature of a transaction is verified. */
export const transactionSignatureFaults: readonly TransactionFault[] = [
  ...signedBodyFaults,
  ...signedHashFaults,
  ...signedPathFaults,
  ...signedTextFaults,
  ...signatureFormFaults,
  ...signatureKeyFaults,
];
