import { customerTokenFaults } from './b2b2c/index.js';
import { bodyFaults } from './body.js';
import { clientIdFaults } from './client-ids.js';
import { errorBodyFaults } from './error-bodies.js';
import { errorFaults } from './errors.js';
import { expiryFaults } from './expiry.js';
import { type AnyFault, ofB2b } from './fault.js';
import { headerFaults } from './headers.js';
import { httpFaults } from './http.js';
import { intermittentFaults } from './intermittent.js';
import { leakFaults } from './leaks.js';
import { responseFaults } from './response.js';
import { responseBodyFaults } from './response-bodies.js';
import { responseTypeFaults } from './response-types.js';
import { schemaBodyFaults } from './schema-bodies.js';
import { securityFaults } from './security.js';
import { signatureForgeryFaults } from './signature-forgery.js';
import { signatureFormFaults } from './signature-form.js';
import { signatureKeyFaults } from './signature-key.js';
import { signatureRuleFaults } from './signature-rule.js';
import { signatureUseFaults } from './signature-use.js';
import { timestampFaults } from './timestamp.js';
import { transactionFaults } from './transaction/index.js';
import { transportFaults } from './transport.js';
import { utilityFaults } from './utility.js';

export type { AnyFault } from './fault.js';

/** Every fault of the sandbox, in the order of the areas. */
export const faults: readonly AnyFault[] = [
  ...responseFaults.map(ofB2b),
  ...responseTypeFaults.map(ofB2b),
  ...responseBodyFaults,
  ...expiryFaults,
  ...timestampFaults,
  ...signatureKeyFaults,
  ...signatureFormFaults,
  ...signatureRuleFaults,
  ...signatureForgeryFaults,
  ...signatureUseFaults,
  ...clientIdFaults,
  ...headerFaults,
  ...bodyFaults,
  ...schemaBodyFaults,
  ...errorFaults.map(ofB2b),
  ...errorBodyFaults,
  ...leakFaults,
  ...httpFaults,
  ...transportFaults,
  ...securityFaults,
  ...intermittentFaults,
  ...customerTokenFaults,
  ...transactionFaults,
  ...utilityFaults,
];
