import type { Refusal } from '../../../sandbox/answers/refusal.js';
import { missingField, wrongField, wrongGrantType } from './refused-field.js';
import { malformedBody, unknownPath, wrongContentType, wrongMethod } from './refused-message.js';
import type { Explain, Explanation, RefusedRequest } from './refused-request.js';
import { refusedSignature } from './refused-signature.js';
import { refusedTimestamp } from './refused-timestamp.js';
import {
  refusedClient,
  refusedCredential,
  refusedCustomerToken,
  refusedToken,
} from './refused-token.js';

const explained: Readonly<Record<Refusal['faultClass'], Explain>> = {
  'missing-field': missingField,
  'field-format': wrongField,
  'timestamp-format': refusedTimestamp,
  'unknown-client': refusedClient,
  'invalid-signature': refusedSignature,
  'grant-type': wrongGrantType,
  'invalid-code': refusedCredential('invalid-code'),
  'invalid-refresh-token': refusedCredential('invalid-refresh-token'),
  'malformed-body': malformedBody,
  method: wrongMethod,
  path: unknownPath,
  'content-type': wrongContentType,
  'missing-token': ({ rules }) => ({
    why: 'the header Authorization is missing',
    remedy: `send "Authorization: Bearer" with the token that POST ${rules.profile.services['token-b2b'].path} gave`,
  }),
  'invalid-token': refusedToken,
  'token-scope': () => ({
    why: 'the scope of the access token does not cover the service',
    remedy: 'send a token whose scope covers it',
  }),
  'missing-customer-token': ({ rules }) => ({
    why: 'the header Authorization-Customer is missing',
    remedy: `send "Authorization-Customer: Bearer" with the token that POST ${rules.profile.services['token-b2b2c'].path} gave`,
  }),
  'invalid-customer-token': refusedCustomerToken,
  conflict: () => ({
    why: 'X-EXTERNAL-ID was used already today (Asia/Jakarta)',
    remedy: 'send each request with an X-EXTERNAL-ID of its own',
  }),
  throttled: () => ({
    why: 'the sandbox puts a request off now and then',
    remedy: 'send it again',
  }),
  internal: () => undefined,
};

/**
 * Why a request was refused, in one sentence with its remedy.
 *
 * @param deviations names of the faults and variations that are switched on: one of them may be the reason
 */
export function explainRefusal(request: RefusedRequest, deviations: readonly string[]): string {
  const { step, refusal } = request.refused;
  const { faultClass, field } = refusal;
  const found = explained[faultClass](request) ?? unexplained(step, faultClass, field, deviations);
  return `${found.why}; ${lowerFirst(found.remedy)}`;
}

function unexplained(
  step: string,
  faultClass: string,
  field: string | undefined,
  deviations: readonly string[],
): Explanation {
  const named = field === undefined ? faultClass : `${faultClass}, ${field}`;
  return {
    why: `the step ${step} of the sandbox refused it (${named}), for no reason that the profile has`,
    remedy:
      deviations.length > 0
        ? `look at what is switched on: ${deviations.join(', ')}`
        : 'compare it with a request that `snap-conformance sign` makes',
  };
}

/** A sentence as the second half of another one. */
function lowerFirst(text: string): string {
  return /^[A-Z](?:[a-z ]|$)/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
