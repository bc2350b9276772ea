import type { Services } from '../../../schemas/generated/profile.js';
import { withHeaders } from '../answers/change-answer.js';
import type { SandboxAnswer, Transport } from '../answers/sandbox-answer.js';
import { changeGrant, changeRefusal } from '../policies/change-policy.js';
import type { AnyPolicy } from '../policies/policy.js';
import type { TokenB2bPolicy } from '../token-b2b/policy.js';
import type { TokenB2b2cPolicy } from '../token-b2b2c/policy.js';

/** One named way in which a conforming server may differ from the sandbox. */
export interface Variation {
  name: string;
  title: string;
  /** What its document says otherwise than the standard; laid over the profile. */
  overrides?: Services;
  /** Varies one service, whichever; it is applied to both of tokens and to that of transactions. */
  apply?<P extends AnyPolicy>(policy: P): P;
  /** Varies the token service B2B alone. */
  applyToTokenB2b?(policy: TokenB2bPolicy): TokenB2bPolicy;
  /** Varies the service of customers' tokens alone. */
  applyToTokenB2b2c?(policy: TokenB2b2cPolicy): TokenB2b2cPolicy;
}

type Change = (answer: SandboxAnswer, now: number) => SandboxAnswer;

export function changeGrants<P extends AnyPolicy>(policy: P, change: Change): P {
  // What else a policy is told of its grants differs from service to service; all are told the time.
  const changed = (answer: SandboxAnswer, { now }: { now: number }) => change(answer, now);
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
