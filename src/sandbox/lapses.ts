import type { Answer } from './answers/answer.js';
import { alsoRefuse, changeGrant, changeRefusal } from './faults/fault.js';
import type { Policy } from './token-b2b/policy.js';

/** One named way to leave a test without an answer that shows anything: no run can tell what it is worth. */
export interface Lapse {
  name: string;
  title: string;
  apply(policy: Policy): Policy;
}

/** Requests that are still served as they should be. */
const served = 100;

function garbled(answer: Answer): Answer {
  return { ...answer, transport: { ...answer.transport, garbled: true } };
}

/** Every lapse: with any of them a target that conforms otherwise is inconclusive, and fails nothing. */
export const lapses: readonly Lapse[] = [
  {
    name: 'forgets-its-client',
    title: 'refuses right requests too from the hundredth on',
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
    title: 'sends what is no HTTP from the hundredth request on',
    apply: (policy) => {
      let requests = 0;
      const garbledLater = (answer: Answer) => {
        requests += 1;
        return requests < served ? answer : garbled(answer);
      };
      return changeRefusal(changeGrant(policy, garbledLater), garbledLater);
    },
  },
  {
    name: 'garbles-wrong-signatures',
    title: 'sends what is no HTTP where a signature does not verify',
    apply: (policy) => changeRefusal(policy, garbled, ['invalid-signature']),
  },
];
