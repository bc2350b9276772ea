import type { TransactionFault } from '../fault.js';
import { transactionCustomerFaults } from './customer.js';
import { transactionSignatureFaults } from './signature.js';

/** Every deviation in how transactions are taken, in the order of the areas. */
export const transactionFaults: readonly TransactionFault[] = [
  ...transactionSignatureFaults,
  ...transactionCustomerFaults,
];
