import { withMembers, withoutMember } from '../../../answers/change-answer.js';
import { changeGrant } from '../../../policies/change-policy.js';
import type { TokenB2bFault } from '../../fault.js';

/** Grants before the type of expiresIn changes. */
const steady = 100;

/** What is wrong with expiresIn. */
export const tokenB2bExpiresInFaults: readonly TokenB2bFault[] = [
  {
    service: 'token-b2b',
    name: 'no-expiry',
    title: 'leaves expiresIn out',
    trips: ['token-b2b/expiry/present'],
    apply: (policy) => changeGrant(policy, (answer) => withoutMember(answer, 'expiresIn')),
  },
  {
    service: 'token-b2b',
    name: 'expiry-as-number',
    title: 'sends expiresIn as a number although the document has a string',
    trips: ['token-b2b/expiry/type'],
    apply: (policy) =>
      changeGrant(policy, (answer, { seconds }) => withMembers(answer, { expiresIn: seconds })),
  },
  {
    service: 'token-b2b',
    name: 'expiry-with-fraction',
    title: 'prints expiresIn from a floating-point number: "900.0"',
    trips: ['token-b2b/expiry/integer-value'],
    apply: (policy) =>
      changeGrant(policy, (answer, { seconds }) =>
        withMembers(answer, { expiresIn: seconds.toFixed(1) }),
      ),
  },
  {
    service: 'token-b2b',
    name: 'expiry-with-leading-zeros',
    title: 'prints expiresIn from a record of six digits: "000900"',
    trips: ['token-b2b/expiry/length'],
    profile: 'finpay',
    apply: (policy) =>
      changeGrant(policy, (answer, { seconds }) =>
        withMembers(answer, { expiresIn: String(seconds).padStart(6, '0') }),
      ),
  },
  {
    service: 'token-b2b',
    name: 'expired-at-once',
    title: 'gives tokens that live for 0 seconds',
    trips: ['token-b2b/expiry/positive'],
    apply: (policy) => ({ ...policy, seconds: 0 }),
  },
  {
    service: 'token-b2b',
    name: 'shorter-lifetime',
    title: 'gives tokens that live for 10 minutes although the document says otherwise',
    trips: ['token-b2b/expiry/documented-value'],
    apply: (policy) => ({ ...policy, seconds: 600 }),
  },
  {
    service: 'token-b2b',
    name: 'expiry-in-milliseconds',
    title: 'counts milliseconds although the document counts seconds',
    trips: ['token-b2b/expiry/not-milliseconds'],
    apply: (policy) => ({ ...policy, seconds: policy.seconds * 1000 }),
  },
  {
    service: 'token-b2b',
    name: 'a-second-beyond-a-day',
    title: 'gives tokens that live for a day and one second',
    trips: ['token-b2b/expiry/not-milliseconds'],
    apply: (policy) => ({ ...policy, seconds: 86_401 }),
  },
  {
    service: 'token-b2b',
    name: 'empty-expiry',
    title: 'sends an empty text as expiresIn',
    trips: ['token-b2b/expiry/integer-value'],
    apply: (policy) => changeGrant(policy, (answer) => withMembers(answer, { expiresIn: '' })),
  },
  {
    service: 'token-b2b',
    name: 'expiry-type-changes',
    title: 'sends expiresIn now as a string, now as a number, as one of two instances does',
    trips: ['token-b2b/expiry/same-type-always'],
    // The document shows both types, so neither is wrong by itself.
    profile: 'doku',
    apply: (policy) => {
      let grants = 0;
      return changeGrant(policy, (answer, { seconds }) => {
        grants += 1;
        return withMembers(answer, { expiresIn: grants % 2 === 0 ? seconds : String(seconds) });
      });
    },
  },
  {
    service: 'token-b2b',
    name: 'expiry-type-changes-later',
    title: 'sends expiresIn as a number from the hundredth grant on, when its cache is warm',
    trips: ['token-b2b/expiry/same-type-always'],
    // The document shows both types, so neither is wrong by itself.
    profile: 'doku',
    apply: (policy) => {
      let grants = 0;
      return changeGrant(policy, (answer, { seconds }) => {
        grants += 1;
        return withMembers(answer, { expiresIn: grants < steady ? String(seconds) : seconds });
      });
    },
  },
];
