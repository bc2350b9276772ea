import { type CustomerTokenFault, ofB2b2c } from '../fault.js';
import { errorFaults } from '../shared/token-errors.js';
import { responseFaults } from '../shared/token-response.js';
import { responseTypeFaults } from '../shared/token-response-types.js';
import { customerBodyFaults } from './body.js';
import { customerErrorFaults } from './errors.js';
import { customerExpiryFaults } from './expiry.js';
import { customerGrantFaults } from './grants.js';
import { customerHeaderFaults } from './headers.js';
import { customerResponseFaults } from './response.js';
import { customerSignatureFaults } from './signature.js';
import { customerTimestampFaults } from './timestamp.js';

/** Every deviation of the service B2B2C, in the order of the areas. */
export const customerTokenFaults: readonly CustomerTokenFault[] = [
  ...responseFaults.map(ofB2b2c),
  ...responseTypeFaults.map(ofB2b2c),
  ...customerResponseFaults,
  ...customerExpiryFaults,
  ...customerTimestampFaults,
  ...customerSignatureFaults,
  ...customerHeaderFaults,
  ...customerBodyFaults,
  ...customerGrantFaults,
  ...errorFaults.map(ofB2b2c),
  ...customerErrorFaults,
];
