import { bodyFaults } from './body.js';
import { errorCodeFaults } from './error-codes.js';
import { errorFaults } from './errors.js';
import { expiryFaults } from './expiry.js';
import type { Fault } from './fault.js';
import { headerFaults } from './headers.js';
import { httpFaults } from './http.js';
import { responseFaults } from './response.js';
import { signatureFormFaults } from './signature-form.js';
import { signatureKeyFaults } from './signature-key.js';
import { signatureRuleFaults } from './signature-rule.js';
import { timestampFaults } from './timestamp.js';

export type { Fault } from './fault.js';

/** Every fault of the sandbox, in the order of the areas. */
export const faults: readonly Fault[] = [
  ...responseFaults,
  ...expiryFaults,
  ...timestampFaults,
  ...signatureKeyFaults,
  ...signatureFormFaults,
  ...signatureRuleFaults,
  ...headerFaults,
  ...bodyFaults,
  ...errorFaults,
  ...errorCodeFaults,
  ...httpFaults,
];
