import { withTransport } from '../../src/sandbox/answers/change-answer.js';
import type { SandboxAnswer } from '../../src/sandbox/answers/sandbox-answer.js';
import {
  alsoRefuse,
  changeGrant,
  changeRefusal,
} from '../../src/sandbox/policies/change-policy.js';
import type { TokenB2bPolicy } from '../../src/sandbox/token-b2b/policy.js';

/** One named way to leave a probe without an answer that shows anything: no run can judge it. */
export interface Lapse {
  name: string;
  title: string;
  apply(policy: TokenB2bPolicy): TokenB2bPolicy;
}

/** Requests that are still served as they should be. */
const served = 100;

const garbled = (answer: SandboxAnswer) => withTransport(answer, { garbled: true });

/** Every lapse: with any of them, a target that otherwise conforms is inconclusive, and fails nothing. */
export const lapses: readonly Lapse[] = [
  {
    name: 'forgets-its-client',
    title: 'refuses valid requests too from the hundredth on',
    apply: (policy) => {
      let requests = 0;
      return alsoRefuse(policy, () => {
        requests += 1;
        return requests < served
          ? undefined
          : { faultClass: 'unknown-client', field: 'X-CLIENT-KEY' };
      });
    },
  },
  {
    name: 'stops-speaking-http',
    title: 'sends something that is not HTTP from the hundredth request on',
    apply: (policy) => {
      let requests = 0;
      const garbledLater = (answer: SandboxAnswer) => {
        requests += 1;
        return requests < served ? answer : garbled(answer);
      };
      return changeRefusal(changeGrant(policy, garbledLater), garbledLater);
    },
  },
  {
    name: 'garbles-wrong-signatures',
    title: 'sends something that is not HTTP when a signature does not verify',
    apply: (policy) => changeRefusal(policy, garbled, ['invalid-signature']),
  },
];
