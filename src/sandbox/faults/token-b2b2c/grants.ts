import { withMembers } from '../../answers/change-answer.js';
import { alsoRefuse, changeGrant, letPass } from '../../policies/change-policy.js';
import type { TokenB2b2cStepName } from '../../token-b2b2c/policy.js';
import type { TokenB2b2cFault } from '../fault.js';

/** Lets requests through one step that should refuse them. */
function skips(
  step: TokenB2b2cStepName,
  name: string,
  title: string,
  trips: string,
): TokenB2b2cFault {
  return {
    service: 'token-b2b2c',
    name,
    title,
    trips: [`token-b2b2c/grants/${trips}`],
    apply: (policy) => letPass(policy, [step], () => true),
  };
}

/** What is wrong with how codes and refresh tokens are looked up. */
export const tokenB2b2cGrantFaults: readonly TokenB2b2cFault[] = [
  {
    service: 'token-b2b2c',
    name: 'b2b2c-refuses-refresh-tokens',
    title: 'knows no refresh token that it gave: they are stored under another key',
    trips: ['token-b2b2c/grants/accepts-refresh-token'],
    apply: (policy) =>
      alsoRefuse(policy, ({ body }) =>
        policy.store.refreshTokens.has(String(body?.['refreshToken']))
          ? { faultClass: 'invalid-refresh-token', field: 'refreshToken' }
          : undefined,
      ),
  },
  {
    service: 'token-b2b2c',
    name: 'b2b2c-same-access-token',
    title: "hands a client's first access token out again at each refresh",
    trips: ['token-b2b2c/grants/gives-a-new-token'],
    apply: (policy) => {
      const first = new Map<string, unknown>();
      return changeGrant(policy, (answer, { client }) => {
        const kept = first.get(client.clientId) ?? answer.body['accessToken'];
        first.set(client.clientId, kept);
        return withMembers(answer, { accessToken: kept });
      });
    },
  },
  skips(
    'codeUse',
    'b2b2c-takes-used-codes',
    'takes an authorization code as often as it comes',
    'refuses-used-code',
  ),
  skips(
    'codeKnown',
    'b2b2c-takes-unknown-codes',
    'gives tokens for codes that it never gave, as a sandbox switch left on does',
    'refuses-unknown-code',
  ),
  skips(
    'codeOwner',
    'b2b2c-takes-foreign-codes',
    'does not compare the client of a code with the one that sends it',
    'refuses-foreign-code',
  ),
  skips(
    'codeExpiry',
    'b2b2c-takes-expired-codes',
    'does not look at the age of a code',
    'refuses-expired-code',
  ),
  skips(
    'refreshTokenKnown',
    'b2b2c-takes-unknown-refresh-tokens',
    'gives tokens for refresh tokens that it never gave',
    'refuses-unknown-refresh-token',
  ),
  skips(
    'refreshTokenOwner',
    'b2b2c-takes-foreign-refresh-tokens',
    'does not compare the client of a refresh token with the one that sends it',
    'refuses-foreign-refresh-token',
  ),
  {
    ...skips(
      'refreshTokenUse',
      'b2b2c-takes-former-refresh-tokens',
      'takes a refresh token after its refresh too, although its document says that it ends',
      'refuses-former-refresh-token',
    ),
    // No shipped document says what becomes of the former refresh token.
    overrides: { 'token-b2b2c': { success: { refreshTokens: 'rotated' } } },
  },
];
