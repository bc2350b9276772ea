import type { TokenB2b2c } from '../../../schemas/resolved.js';
import type { Grant, PolicyOf } from '../token-b2b/policy.js';
import type { CustomerStore } from './store.js';

/** The steps in the order in which a request for a customer's token goes through them. */
export const customerStepNames = [
  'path',
  'method',
  'size',
  'headersOnce',
  'timestampPresence',
  'clientKeyPresence',
  'signaturePresence',
  'contentType',
  'body',
  'grantType',
  'credential',
  'additionalInfo',
  'timestampForm',
  'timestampWindow',
  'client',
  'signature',
  'replay',
  'codeKnown',
  'codeOwner',
  'codeExpiry',
  'refreshTokenKnown',
  'refreshTokenOwner',
  'refreshTokenExpiry',
  // These two use up what was sent, so nothing may refuse after them.
  'codeUse',
  'refreshTokenUse',
] as const;

export type CustomerStepName = (typeof customerStepNames)[number];

/** A customer's tokens about to be given. */
export interface CustomerGrant extends Grant {
  refreshToken: string;
  /** How long the refresh token lives. */
  refreshSeconds: number;
}

/** How the sandbox decides on a request of service B2B2C and answers it; a fault replaces or wraps one part. */
export interface CustomerPolicy extends PolicyOf<TokenB2b2c, CustomerGrant, CustomerStepName> {
  store: CustomerStore;
  /** Lifetime of refresh tokens in seconds. */
  refreshSeconds: number;
  /** Makes a refresh token's text. */
  issueRefreshToken(): string;
}
