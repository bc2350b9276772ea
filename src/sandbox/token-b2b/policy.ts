import type { TokenB2b } from '../../../schemas/resolved.js';
import type { TokenGrant, TokenPolicyOf } from '../tokens/policy.js';

/** The steps in the order in which a request goes through them; the first refusal ends it. */
export const tokenB2bStepNames = [
  'path',
  'method',
  'size',
  'headersOnce',
  'timestampPresence',
  'clientKeyPresence',
  'signaturePresence',
  'furtherHeaderPresence',
  'furtherHeaderForm',
  'contentType',
  'body',
  'grantType',
  'additionalInfo',
  'timestampForm',
  'timestampWindow',
  'clientKeyForm',
  'client',
  'signature',
  'replay',
] as const;

export type TokenB2bStepName = (typeof tokenB2bStepNames)[number];

/** How the sandbox decides on a request to the service B2B, and how it answers. */
export type TokenB2bPolicy = TokenPolicyOf<TokenB2b, TokenGrant, TokenB2bStepName>;
