import type { TokenB2b2cFault } from '../fault.js';
import { tokenB2b2cBodyFaults } from './body.js';
import { tokenB2b2cErrorFaults } from './errors.js';
import { tokenB2b2cExpiryFaults } from './expiry.js';
import { tokenB2b2cGrantFaults } from './grants.js';
import { tokenB2b2cHeaderFaults } from './headers.js';
import { tokenB2b2cResponseFaults } from './response.js';
import { tokenB2b2cSignatureFaults } from './signature.js';
import { tokenB2b2cTimestampFaults } from './timestamp.js';

/** Every deviation of the service B2B2C, in the order of the areas. */
export const tokenB2b2cFaults: readonly TokenB2b2cFault[] = [
  ...tokenB2b2cResponseFaults,
  ...tokenB2b2cExpiryFaults,
  ...tokenB2b2cTimestampFaults,
  ...tokenB2b2cSignatureFaults,
  ...tokenB2b2cHeaderFaults,
  ...tokenB2b2cBodyFaults,
  ...tokenB2b2cGrantFaults,
  ...tokenB2b2cErrorFaults,
];
