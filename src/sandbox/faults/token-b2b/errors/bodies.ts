import type { DocumentedClass } from '../../../../protocol/fault-classes.js';
import { withHeaders, withMembers, withoutHeader } from '../../../answers/change-answer.js';
import { refuse } from '../../../answers/refuse.js';
import { changeRefusal } from '../../../policies/change-policy.js';
import type { TokenB2bFault } from '../../fault.js';
import { codeOf } from '../../shared/refusals/deviation.js';

/** Says something else in responseMessage when one field is at fault. */
function saysNoField(
  classes: readonly DocumentedClass[],
  field: string,
  message: string,
  name: string,
  title: string,
): TokenB2bFault {
  return {
    service: 'token-b2b',
    name,
    title,
    trips: ['token-b2b/errors/message-names-field'],
    apply: (policy) =>
      changeRefusal(
        policy,
        (answer, refusal) =>
          refusal.field === field ? withMembers(answer, { responseMessage: message }) : answer,
        classes,
      ),
  };
}

/** What is wrong with the bodies of refusals. */
export const tokenB2bErrorBodyFaults: readonly TokenB2bFault[] = [
  {
    service: 'token-b2b',
    name: 'fails-with-a-page',
    title: 'dies over a signature that does not verify, and its proxy sends a page of its own',
    trips: [
      'token-b2b/errors/json-content-type',
      'token-b2b/errors/no-5xx',
      'token-b2b/errors/timestamp-header',
    ],
    apply: (policy) =>
      changeRefusal(
        policy,
        (_answer, _refusal, { now }) => {
          const failed = refuse(policy.settings, { faultClass: 'internal' }, now);
          return {
            ...withHeaders(withoutHeader(failed, 'X-TIMESTAMP'), { 'Content-Type': 'text/html' }),
            serialise: () => '<html><body><h1>500 Internal Server Error</h1></body></html>',
          };
        },
        ['invalid-signature'],
      ),
  },
  {
    service: 'token-b2b',
    name: 'token-under-401',
    title: 'answers an unknown client with 401 and the body of a grant, without any code',
    trips: ['token-b2b/errors/no-token', 'token-b2b/errors/shape'],
    apply: (policy) =>
      changeRefusal(
        policy,
        (answer) => ({ ...answer, body: { accessToken: 'c3RpbGwgYSB0b2tlbg' } }),
        ['unknown-client'],
      ),
  },
  {
    service: 'token-b2b',
    name: 'unpadded-numeric-codes',
    title: 'composes the numeric code of a refusal without the zero in front of the case',
    trips: ['token-b2b/errors/seven-digits'],
    profile: 'brick',
    apply: (policy) =>
      changeRefusal(policy, (answer) => {
        const [, before = '', caseCode = ''] = /^(.{5})(..)$/.exec(codeOf(answer)) ?? [];
        return withMembers(answer, { responseCode: Number(`${before}${Number(caseCode)}`) });
      }),
  },
  {
    service: 'token-b2b',
    name: 'own-words-for-unknown-clients',
    title: 'asks an unknown client who it is instead of calling it unauthorised',
    trips: ['token-b2b/errors/message-pattern'],
    apply: (policy) =>
      changeRefusal(policy, (answer) => withMembers(answer, { responseMessage: 'Who are you?' }), [
        'unknown-client',
      ]),
  },
  saysNoField(
    ['missing-field'],
    'grantType',
    'Invalid Mandatory Field',
    'missing-member-unnamed',
    'does not say that it is grantType that it misses',
  ),
  saysNoField(
    ['field-format'],
    'grantType',
    'Invalid Field Format',
    'wrong-member-unnamed',
    'does not say that it is grantType whose format is wrong',
  ),
  saysNoField(
    ['timestamp-format'],
    'X-TIMESTAMP',
    'Invalid Field Format',
    'wrong-timestamp-unnamed',
    'does not say that it is X-TIMESTAMP whose format is wrong',
  ),
];
