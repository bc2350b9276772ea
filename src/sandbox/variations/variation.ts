import type { Services } from '../../../schemas/generated/profile.js';
import { withHeaders, withTransport } from '../answers/change-answer.js';
import type { SandboxAnswer, Transport } from '../answers/sandbox-answer.js';
import { changeGrants, changeRefusal } from '../policies/change-policy.js';
import type { AnyPolicy } from '../policies/policy.js';
import type { TokenB2bPolicy } from '../token-b2b/policy.js';
import type { TokenB2b2cPolicy } from '../token-b2b2c/policy.js';
import type { TransactionPolicy } from '../transaction/policy.js';

/** One named way in which a conforming server may differ from the sandbox. */
export interface Variation {
  name: string;
  title: string;
  /** What its document says differently from the standard; laid over the profile. */
  overrides?: Services;
  /** Varies any service; it is applied to both token services and to transactions, where they have none of their own. */
  apply?<P extends AnyPolicy>(policy: P): P;
  /** Varies the token service B2B alone. */
  applyToTokenB2b?(policy: TokenB2bPolicy): TokenB2bPolicy;
  /** Varies the token service B2B2C alone. */
  applyToTokenB2b2c?(policy: TokenB2b2cPolicy): TokenB2b2cPolicy;
  /** Varies transactions alone. */
  applyToTransactions?(policy: TransactionPolicy): TransactionPolicy;
}

type Change = (answer: SandboxAnswer, now: number) => SandboxAnswer;

/** Changes all answers of any service. */
export function changeAll<P extends AnyPolicy>(policy: P, change: Change): P {
  const granting = changeGrants(policy, change);
  return changeRefusal(granting, (answer, _refusal, { now }) => change(answer, now));
}

/** A variation in how answers go over the wire. */
export function sendsBy(name: string, title: string, transport: Transport): Variation {
  return {
    name,
    title,
    apply: (policy) => changeAll(policy, (answer) => withTransport(answer, transport)),
  };
}

/** A variation that sends these headers, in place of or besides its own. */
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
