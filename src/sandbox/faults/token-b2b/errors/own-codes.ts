import type { Services } from '../../../../../schemas/generated/profile.js';
import { withMembers } from '../../../answers/change-answer.js';
import { changeRefusal } from '../../../policies/change-policy.js';
import type { TokenB2bFault } from '../../fault.js';

/** A document with codes of the provider's own form, and a status for each. */
const ownCodes: Services = {
  'token-b2b': {
    codeForm: 'own',
    success: { code: ['00', '000'] },
    answers: {
      'unknown-client': [{ status: 401, code: '14', message: 'Client not registered' }],
      'invalid-signature': [{ status: 200, code: 'E57', message: 'Signature does not match' }],
    },
  },
};

/** What is wrong with refusals whose codes have the provider's own form. */
export const tokenB2bOwnCodeFaults: readonly TokenB2bFault[] = [
  {
    service: 'token-b2b',
    name: 'own-code-of-another-refusal',
    title: 'refuses a wrong signature with the code that its document has for something else',
    trips: ['token-b2b/errors/invalid-signature'],
    overrides: ownCodes,
    apply: (policy) =>
      changeRefusal(policy, (answer) => withMembers(answer, { responseCode: '14' }), [
        'invalid-signature',
      ]),
  },
  {
    service: 'token-b2b',
    name: 'own-code-under-another-status',
    title: 'refuses an unknown client under HTTP 400, where its document has 401 for that code',
    trips: ['token-b2b/errors/unknown-client'],
    overrides: ownCodes,
    apply: (policy) =>
      changeRefusal(policy, (answer) => ({ ...answer, status: 400 }), ['unknown-client']),
  },
  {
    service: 'token-b2b',
    name: 'refuses-under-200-beyond-its-document',
    title: 'refuses an unknown client under HTTP 200, which its document has for signatures alone',
    trips: ['token-b2b/errors/never-a-success-status'],
    overrides: ownCodes,
    apply: (policy) =>
      changeRefusal(policy, (answer) => ({ ...answer, status: 200 }), ['unknown-client']),
  },
];
