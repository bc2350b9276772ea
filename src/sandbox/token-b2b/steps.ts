import type { TokenB2b } from '../../../schemas/resolved.js';
import type { TokenStep } from '../tokens/policy.js';
import { commonTokenSteps } from '../tokens/steps.js';
import type { TokenB2bStepName } from './policy.js';

/** The steps of a server that keeps to the profile. */
export function tokenB2bSteps(settings: TokenB2b): Record<TokenB2bStepName, TokenStep> {
  const common = commonTokenSteps(settings, settings.body);
  return {
    ...common,
    path: (attempt) => (settings.offered ? common.path(attempt) : { faultClass: 'path' }),
    grantType: grantType(settings.grantType),
    // In a form it can be a text alone, of which no document speaks.
    additionalInfo: settings.body === 'json' ? common.additionalInfo : () => undefined,
    clientKeyForm: clientKeyForm(settings.clientKeyMaxLength),
  };
}

function grantType({ member, value, presence }: TokenB2b['grantType']): TokenStep {
  return ({ body }) => {
    if (!body || !Object.hasOwn(body, member)) {
      return presence === 'optional' ? undefined : { faultClass: 'missing-field', field: member };
    }
    const given = body[member];
    if (typeof given !== 'string' || given === '') {
      return { faultClass: 'field-format', field: member };
    }
    return given === value ? undefined : { faultClass: 'grant-type', field: member };
  };
}

function clientKeyForm(maxLength: TokenB2b['clientKeyMaxLength']): TokenStep {
  return ({ header }) =>
    maxLength !== 'unspecified' && (header('X-CLIENT-KEY') ?? '').length > maxLength
      ? { faultClass: 'field-format', field: 'X-CLIENT-KEY' }
      : undefined;
}
