import type { AnyFault } from './fault.js';
import { utilityFaults } from './signature-utility/index.js';
import { tokenB2bFaults } from './token-b2b/index.js';
import { tokenB2b2cFaults } from './token-b2b2c/index.js';
import { transactionFaults } from './transaction/index.js';

export type { AnyFault } from './fault.js';

/** Every fault of the sandbox, in the order of the services and their areas. */
export const faults: readonly AnyFault[] = [
  ...tokenB2bFaults,
  ...tokenB2b2cFaults,
  ...transactionFaults,
  ...utilityFaults,
];
