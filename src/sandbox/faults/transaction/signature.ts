import type { TransactionFault } from '../fault.js';
import { signatureFormFaults } from './signature-form.js';
import { signatureKeyFaults } from './signature-key.js';
import { signedBodyFaults } from './signed-body.js';
import { signedHashFaults } from './signed-hash.js';
import { signedPathFaults } from './signed-path.js';
import { signedTextFaults } from './signed-text.js';

/** What is wrong with how the signature of a transaction is verified. */
export const transactionSignatureFaults: readonly TransactionFault[] = [
  ...signedBodyFaults,
  ...signedHashFaults,
  ...signedPathFaults,
  ...signedTextFaults,
  ...signatureFormFaults,
  ...signatureKeyFaults,
];
