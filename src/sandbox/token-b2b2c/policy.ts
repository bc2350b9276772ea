import type { TokenB2b2c } from '../../../schemas/resolved.js';
import type { TokenGrant, TokenPolicyOf } from '../tokens/policy.js';
import type { TokenB2b2cStore } from './store.js';

/** The steps in the order in which a request goes through them; the first refusal ends it. */
export const tokenB2b2cStepNames = [
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

export type TokenB2b2cStepName = (typeof tokenB2b2cStepNames)[number];

/** The two tokens of a customer that are about to be given. */
export interface TokenB2b2cGrant extends TokenGrant {
  refreshToken: string;
  /** How long the refresh token lives. */
  refreshSeconds: number;
}

/** How the sandbox decides on a request to the service B2B2C, and how it answers. */
export interface TokenB2b2cPolicy
  extends TokenPolicyOf<TokenB2b2c, TokenB2b2cGrant, TokenB2b2cStepName> {
  store: TokenB2b2cStore;
  /** Lifetime of refresh tokens in seconds. */
  refreshSeconds: number;
  /** Makes a refresh token's text. */
  issueRefreshToken(): string;
}
