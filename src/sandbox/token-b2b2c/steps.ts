import type { TokenB2b2c } from '../../../schemas/resolved.js';
import type { TokenAttempt, TokenStep } from '../tokens/policy.js';
import { commonTokenSteps } from '../tokens/steps.js';
import type { TokenB2b2cStepName } from './policy.js';
import type { Credential, TokenB2b2cStore } from './store.js';

function grantType({ authorizationCode, refreshToken }: TokenB2b2c['grantType']): TokenStep {
  const documented: unknown[] = [...authorizationCode, ...refreshToken];
  return ({ body }) => {
    if (!body || !Object.hasOwn(body, 'grantType'))
      return { faultClass: 'missing-field', field: 'grantType' };
    const given = body['grantType'];
    if (typeof given !== 'string' || given === '')
      return { faultClass: 'field-format', field: 'grantType' };
    return documented.includes(given)
      ? undefined
      : { faultClass: 'grant-type', field: 'grantType' };
  };
}

/** The code or the refresh token, whichever the grant type calls for (ASPI, token B2B2C, request body). */
function credential({ grantType, authCodeMaxLength, success }: TokenB2b2c): TokenStep {
  return (attempt) => {
    const byCode = asksWithCode(attempt, grantType);
    const member = byCode ? 'authCode' : 'refreshToken';
    const longest = byCode ? authCodeMaxLength : success.refreshTokenMaxLength;
    const value = attempt.body?.[member];
    if (value === undefined) return { faultClass: 'missing-field', field: member };
    return typeof value === 'string' &&
      value !== '' &&
      (longest === 'unspecified' || value.length <= longest)
      ? undefined
      : { faultClass: 'field-format', field: member };
  };
}

/** True if the grant type is that of an authorization code, in any letter case. */
function asksWithCode(
  { body }: TokenAttempt,
  { authorizationCode }: TokenB2b2c['grantType'],
): boolean {
  const given = String(body?.['grantType']).toLowerCase();
  return authorizationCode.some((spelling) => spelling.toLowerCase() === given);
}

/** The steps of a server that keeps to the profile. */
export function tokenB2b2cSteps(
  settings: TokenB2b2c,
  store: TokenB2b2cStore,
): Record<TokenB2b2cStepName, TokenStep> {
  type Found = { text: string; credential: Credential | undefined };
  const sent = (attempt: TokenAttempt, byCode: boolean): Found | undefined => {
    if (asksWithCode(attempt, settings.grantType) !== byCode) return undefined;
    const text = String(attempt.body?.[byCode ? 'authCode' : 'refreshToken']);
    return { text, credential: (byCode ? store.codes : store.refreshTokens).get(text) };
  };
  const refusing = (
    byCode: boolean,
    wrong: (found: Found, attempt: TokenAttempt) => boolean,
  ): TokenStep => {
    const refusal = byCode
      ? ({ faultClass: 'invalid-code', field: 'authCode' } as const)
      : ({ faultClass: 'invalid-refresh-token', field: 'refreshToken' } as const);
    return (attempt) => {
      const found = sent(attempt, byCode);
      return found && wrong(found, attempt) ? refusal : undefined;
    };
  };
  const known = (byCode: boolean) => refusing(byCode, (found) => found.credential === undefined);
  const owner = (byCode: boolean) =>
    refusing(
      byCode,
      (found, { client }) =>
        found.credential !== undefined && found.credential.client.clientId !== client?.clientId,
    );
  const expiry = (byCode: boolean) =>
    refusing(byCode, ({ credential }, { now }) => (credential?.expiresAt ?? now) < now);
  const use = (byCode: boolean, ends: boolean) =>
    refusing(byCode, ({ credential }) => {
      if (!credential) return false;
      if (credential.used) return true;
      credential.used = ends;
      return false;
    });
  return {
    ...commonTokenSteps(settings),
    grantType: grantType(settings.grantType),
    credential: credential(settings),
    codeKnown: known(true),
    codeOwner: owner(true),
    codeExpiry: expiry(true),
    refreshTokenKnown: known(false),
    refreshTokenOwner: owner(false),
    refreshTokenExpiry: expiry(false),
    codeUse: use(true, true),
    refreshTokenUse: use(false, settings.success.refreshTokens !== 'kept'),
  };
}
