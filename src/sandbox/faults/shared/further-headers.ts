import { letPass } from '../../policies/change-policy.js';
import type { TokenPolicy } from '../../policies/policy.js';
import type { TokenAttempt } from '../../tokens/policy.js';
import type { TokenFault } from '../fault.js';

/** Lets requests through a step that both token services have. */
function passes<P extends TokenPolicy>(
  policy: P,
  step: 'furtherHeaderPresence' | 'furtherHeaderForm',
  when: (attempt: TokenAttempt) => boolean,
): P {
  return letPass(policy, [step] as (keyof P['steps'] & string)[], when);
}

/** The headers that a document requires besides those of the standard, so that these faults show. */
export const furtherHeaders = {
  ORIGIN: { presence: 'required', maxLength: 60, value: 'www.example.com' },
  'X-BRANCH': { presence: 'required', maxLength: 5, form: 'digits', value: '00123' },
} as const;

/** What is wrong with how a token service treats headers that its own document names. */
export const furtherHeaderFaults: readonly TokenFault[] = [
  {
    name: 'needs-no-origin',
    title: 'gives a token without the header ORIGIN, which its document requires',
    trips: ['headers/rejects-missing-further-header'],
    apply: (policy) =>
      passes(policy, 'furtherHeaderPresence', ({ header }) => header('ORIGIN') === undefined),
  },
  {
    name: 'takes-long-origin',
    title: 'looks whether ORIGIN is there, not how long it is',
    trips: ['headers/rejects-further-header-form'],
    apply: (policy) =>
      passes(policy, 'furtherHeaderForm', ({ header }) => (header('ORIGIN') ?? '').length > 60),
  },
  {
    name: 'takes-letters-in-branch',
    title: 'takes letters in a header that its document makes of digits',
    trips: ['headers/rejects-further-header-form'],
    apply: (policy) =>
      passes(policy, 'furtherHeaderForm', ({ header }) => /[a-z]/.test(header('X-BRANCH') ?? '')),
  },
];
