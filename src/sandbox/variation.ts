import type { Services } from '../../schemas/generated/profile.js';
import type { Answer, Transport } from './answer.js';
import { changeGrant, changeRefusal, withHeaders } from './faults/fault.js';
import type { Policy } from './policy.js';

/** One named way in which a conforming server may differ from the sandbox. */
export interface Variation {
  name: string;
  title: string;
  /** What its document says otherwise than the standard; laid over the profile. */
  overrides?: Services;
  apply(policy: Policy): Policy;
}

export function changeAll(policy: Policy, change: (answer: Answer, now: number) => Answer): Policy {
  const granting = changeGrant(policy, (answer, { now }) => change(answer, now));
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
