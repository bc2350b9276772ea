import type { AnyFault } from '../fault.js';
import { tokenB2bCrashFaults } from './body/crashes.js';
import { tokenB2bGrantTypeFaults } from './body/grant-type.js';
import { tokenB2bJsonFaults } from './body/json.js';
import { tokenB2bMemberFaults } from './body/members.js';
import { tokenB2bErrorBodyFaults } from './errors/bodies.js';
import { tokenB2bIntermittentErrorFaults } from './errors/intermittent.js';
import { tokenB2bLeakFaults } from './errors/leaks.js';
import { tokenB2bOwnCodeFaults } from './errors/own-codes.js';
import { tokenB2bRefusalFaults } from './errors/refusals.js';
import { tokenB2bExpiresInFaults } from './expiry/expires-in.js';
import { tokenLifeFaults } from './expiry/honoured.js';
import { tokenB2bJwtFaults } from './expiry/jwt.js';
import { tokenB2bClientIdFaults } from './headers/client-ids.js';
import { tokenB2bContentTypeFaults } from './headers/content-type.js';
import { tokenB2bFurtherHeaderFaults } from './headers/further.js';
import { tokenB2bHeaderNameFaults } from './headers/names.js';
import { tokenB2bPresenceFaults } from './headers/presence.js';
import { tokenB2bMessageFaults } from './http/messages.js';
import { tokenB2bRobustnessFaults } from './http/robustness.js';
import { tokenB2bRoutingFaults } from './http/routing.js';
import { tokenB2bTransportFaults } from './http/transport.js';
import { tokenB2bResponseFaults } from './response.js';
import { tokenB2bSecurityFaults } from './security.js';
import { tokenB2bForgeryFaults } from './signature/forgery.js';
import { tokenB2bSignatureFormFaults } from './signature/form.js';
import { tokenB2bIntermittentSignatureFaults } from './signature/intermittent.js';
import { tokenB2bSignatureKeyFaults } from './signature/key.js';
import { tokenB2bSignedTextFaults } from './signature/rule.js';
import { tokenB2bSignatureUseFaults } from './signature/use.js';
import { tokenB2bTimestampFormFaults } from './timestamp/form.js';
import { tokenB2bTimestampWindowFaults } from './timestamp/window.js';

/** Every fault that breaks requirements of the service B2B, in the order of the areas. */
export const tokenB2bFaults: readonly AnyFault[] = [
  ...tokenB2bResponseFaults,
  ...tokenB2bExpiresInFaults,
  ...tokenB2bJwtFaults,
  ...tokenLifeFaults,
  ...tokenB2bTimestampFormFaults,
  ...tokenB2bTimestampWindowFaults,
  ...tokenB2bSignatureKeyFaults,
  ...tokenB2bSignatureFormFaults,
  ...tokenB2bSignedTextFaults,
  ...tokenB2bForgeryFaults,
  ...tokenB2bSignatureUseFaults,
  ...tokenB2bIntermittentSignatureFaults,
  ...tokenB2bClientIdFaults,
  ...tokenB2bPresenceFaults,
  ...tokenB2bFurtherHeaderFaults,
  ...tokenB2bHeaderNameFaults,
  ...tokenB2bContentTypeFaults,
  ...tokenB2bGrantTypeFaults,
  ...tokenB2bJsonFaults,
  ...tokenB2bMemberFaults,
  ...tokenB2bCrashFaults,
  ...tokenB2bRefusalFaults,
  ...tokenB2bErrorBodyFaults,
  ...tokenB2bOwnCodeFaults,
  ...tokenB2bLeakFaults,
  ...tokenB2bIntermittentErrorFaults,
  ...tokenB2bRoutingFaults,
  ...tokenB2bMessageFaults,
  ...tokenB2bRobustnessFaults,
  ...tokenB2bTransportFaults,
  ...tokenB2bSecurityFaults,
];
