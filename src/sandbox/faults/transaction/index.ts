import type { TransactionFault } from '../fault.js';
import { transactionBodyFaults } from './body.js';
import { transactionCustomerFaults } from './customer.js';
import { transactionErrorFaults } from './errors.js';
import { transactionFurtherHeaderFaults } from './headers/further.js';
import { transactionHeaderFaults } from './headers/standard.js';
import { transactionResponseFaults } from './response.js';
import { transactionSignedBodyFaults } from './signature/body.js';
import { transactionSignatureFormFaults } from './signature/form.js';
import { transactionSignedHashFaults } from './signature/hash.js';
import { transactionSignatureKeyFaults } from './signature/key.js';
import { transactionSignedPathFaults } from './signature/path.js';
import { transactionSignedTextFaults } from './signature/text.js';
import { transactionTimestampFormFaults } from './timestamp/form.js';
import { transactionTimestampWindowFaults } from './timestamp/window.js';
import { transactionAuthorizationFaults } from './token/authorization.js';
import { transactionJwtFaults } from './token/jwt.js';
import { transactionTokenLookupFaults } from './token/lookup.js';

/** Every deviation in how transactions are taken, in the order of the areas. */
export const transactionFaults: readonly TransactionFault[] = [
  ...transactionTokenLookupFaults,
  ...transactionJwtFaults,
  ...transactionAuthorizationFaults,
  ...transactionCustomerFaults,
  ...transactionSignedBodyFaults,
  ...transactionSignedHashFaults,
  ...transactionSignedPathFaults,
  ...transactionSignedTextFaults,
  ...transactionSignatureFormFaults,
  ...transactionSignatureKeyFaults,
  ...transactionHeaderFaults,
  ...transactionFurtherHeaderFaults,
  ...transactionTimestampFormFaults,
  ...transactionTimestampWindowFaults,
  ...transactionBodyFaults,
  ...transactionResponseFaults,
  ...transactionErrorFaults,
];
