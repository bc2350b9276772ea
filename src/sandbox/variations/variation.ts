import type { Services } from '../../../schemas/generated/profile.js';
import type { Answer, Transport } from '../answers/answer.js';
import { type AnyPolicy, changeGrant, changeRefusal, withHeaders } from '../faults/fault.js';
import type { Policy } from '../token-b2b/policy.js';
import type { CustomerPolicy } from '../token-b2b2c/policy.js';

/** One named way in which a conforming server may differ from the sandbox. */
export interface Variation {
  name: string;
  title: string;
  /** What its document says otherwise than the standard; laid over the profile. */
  overrides?: Services;
  /** Varies one service, whichever; it is applied to both of tokens and to that of transactions. */
  apply?<P extends AnyPolicy>(policy: P): P;
  /** Varies the token service B2B alone. */
  applyToTokens?(policy: Policy): Policy;
  /** Varies the service of customers' tokens alone. */
  applyToCustomers?(policy: CustomerPolicy): CustomerPolicy;
}

type Change = (answer: Answer, now: number) => Answer;

export function changeGrants<P extends AnyPolicy>(policy: P, change: Change): P {
  // What else a policy is told of its grants differs from service to service; all are told the time.
  const changed = (answer: Answer, { now }: { now: number }) => change(answer, now);
  return changeGrant(policy, changed as unknown as P['onGrant']);
}

export function changeAll<P extends AnyPolicy>(policy: P, change: Change): P {
  const granting = changeGrants(policy, change);
  return changeRefusal(granting, (answer, _refusal, { now }) => change(answer, now));
}

export function sendsBy(name: string, title: string, transport: Transport): Variation {
  return {
    name,
    title,
    apply: (policy) =>
      changeAll(policy, (answer) => ({
        ...answer,
        transport: { ...answer.transport, ...transport },
      })),
  };
}

export function sendsHeaders(
  name: string,
  title: string,
  headers: Record<string, string>,
): Variation {
  return {
    name,
    title,
    apply: (policy) => changeAll(policy, (answer) => withHeaders(answer, headers)),
  };
}
