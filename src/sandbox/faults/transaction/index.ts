import type { TransactionFault } from '../fault.js';
import { transactionBodyFaults } from './body.js';
import { transactionCustomerFaults } from './customer.js';
import { transactionErrorFaults } from './errors.js';
import { transactionHeaderFaults } from './headers.js';
import { transactionResponseFaults } from './response.js';
import { transactionSignatureFaults } from './signature.js';
import { transactionTimestampFaults } from './timestamp.js';
import { authorizationFaults } from './token/authorization.js';
import { transactionTokenFaults } from './token/lookup.js';

/** Every deviation in how transactions are taken, in the order of the areas. */
export const transactionFaults: readonly TransactionFault[] = [
  ...transactionTokenFaults,
  ...authorizationFaults,
  ...transactionCustomerFaults,
  ...transactionSignatureFaults,
  ...transactionHeaderFaults,
  ...transactionTimestampFaults,
  ...transactionBodyFaults,
  ...transactionResponseFaults,
  ...transactionErrorFaults,
];
