import { type AnyFault, ofTokenB2b } from './fault.js';
import { errorFaults } from './shared/token-errors.js';
import { responseFaults } from './shared/token-response.js';
import { responseTypeFaults } from './shared/token-response-types.js';
import { utilityFaults } from './signature-utility/index.js';
import { bodyFaults } from './token-b2b/body/grant-type.js';
import { schemaBodyFaults } from './token-b2b/body/schema.js';
import { errorBodyFaults } from './token-b2b/errors/bodies.js';
import { leakFaults } from './token-b2b/errors/leaks.js';
import { expiryFaults } from './token-b2b/expiry/expires-in.js';
import { clientIdFaults } from './token-b2b/headers/client-ids.js';
import { headerFaults } from './token-b2b/headers/names.js';
import { httpFaults } from './token-b2b/http/routing.js';
import { transportFaults } from './token-b2b/http/transport.js';
import { responseBodyFaults } from './token-b2b/response.js';
import { securityFaults } from './token-b2b/security.js';
import { signatureForgeryFaults } from './token-b2b/signature/forgery.js';
import { signatureFormFaults } from './token-b2b/signature/form.js';
import { intermittentFaults } from './token-b2b/signature/intermittent.js';
import { signatureKeyFaults } from './token-b2b/signature/key.js';
import { signatureRuleFaults } from './token-b2b/signature/rule.js';
import { signatureUseFaults } from './token-b2b/signature/use.js';
import { timestampFaults } from './token-b2b/timestamp.js';
import { tokenB2b2cFaults } from './token-b2b2c/index.js';
import { transactionFaults } from './transaction/index.js';

export type { AnyFault } from './fault.js';

/** Every fault of the sandbox, in the order of the areas. */
export const faults: readonly AnyFault[] = [
  ...responseFaults.map(ofTokenB2b),
  ...responseTypeFaults.map(ofTokenB2b),
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
  ...errorFaults.map(ofTokenB2b),
  ...errorBodyFaults,
  ...leakFaults,
  ...httpFaults,
  ...transportFaults,
  ...securityFaults,
  ...intermittentFaults,
  ...tokenB2b2cFaults,
  ...transactionFaults,
  ...utilityFaults,
];
