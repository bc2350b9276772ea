import type { TransactionConfig } from '../../../schemas/generated/config.js';
import type { Services } from '../../../schemas/generated/profile.js';
import type { Answer } from '../answer.js';
import type { Attempt, Grant, Policy, Step, StepName } from '../policy.js';
import type { Received } from '../received.js';
import type { Refusal } from '../refusal.js';
import type { TlsDeviation } from '../servers.js';
import type { TransactionPolicy } from '../transaction-policy.js';
import type { UtilityPolicy } from '../utility-policy.js';

/** One named deviation of the sandbox, in how it follows a policy. */
interface FaultIn<P> {
  name: string;
  /** What a server with this deviation does, as one would say it of a real one. */
  title: string;
  /** The ids of the requirements that it breaks; no other one may fail. */
  trips: readonly string[];
  /** The profile it is shown on; default snap-bi. */
  profile?: string;
  /**
   * What the target's config lays over the profile, where no shipped document says enough for the
   * requirement to be judged.
   */
  overrides?: Services;
  /** True where it compares signatures with those that the clients' own keys make. */
  needsPrivateKeys?: true;
  /** What is wrong below HTTP; shows over https alone. */
  tls?: TlsDeviation;
  apply(policy: P): P;
}

/** A deviation of the access-token service B2B. */
export type Fault = FaultIn<Policy> & { service?: 'token-b2b' };

/** A deviation in how transactions are taken. */
export type TransactionFault = FaultIn<TransactionPolicy> & {
  service: 'transaction';
  /** What the config of the target says of the transaction, where the usual call doesn't show it. */
  call?: Partial<TransactionConfig>;
};

/** A deviation in how a portal signs for whoever tries it out. */
export type UtilityFault = FaultIn<UtilityPolicy> & { service: 'signature-utility' };

/** A deviation of any service. */
export type AnyFault = Fault | TransactionFault | UtilityFault;

/** Replaces a step by one that knows the former. */
export function withStep(policy: Policy, name: StepName, wrap: (step: Step) => Step): Policy {
  return { ...policy, steps: { ...policy.steps, [name]: wrap(policy.steps[name]) } };
}

/** Lets requests of one kind through steps that would refuse them. */
export function letPass(
  policy: Policy,
  names: readonly StepName[],
  when: (attempt: Attempt) => boolean,
): Policy {
  return names.reduce(
    (changed, name) =>
      withStep(changed, name, (step) => (attempt) => {
        const refusal = step(attempt);
        return refusal && when(attempt) ? undefined : refusal;
      }),
    policy,
  );
}

/**
 * Refuses requests that the sandbox would take. This comes last, so that whatever else is wrong with a
 * request still gets its own answer.
 */
export function alsoRefuse(policy: Policy, check: Step): Policy {
  return withStep(policy, 'signature', (step) => (attempt) => step(attempt) ?? check(attempt));
}

/** Changes the answer to every granted request. */
export function changeGrant(
  policy: Policy,
  change: (answer: Answer, grant: Grant, received: Received) => Answer,
): Policy {
  return {
    ...policy,
    onGrant: (answer, grant, received) =>
      change(policy.onGrant(answer, grant, received), grant, received),
  };
}

/** Changes the answer to every refused request, or to those of the classes given. */
export function changeRefusal(
  policy: Policy,
  change: (answer: Answer, refusal: Refusal, attempt: Attempt) => Answer,
  classes?: readonly Refusal['faultClass'][],
): Policy {
  return {
    ...policy,
    onRefusal: (answer, refusal, attempt) => {
      const usual = policy.onRefusal(answer, refusal, attempt);
      return classes && !classes.includes(refusal.faultClass)
        ? usual
        : change(usual, refusal, attempt);
    },
  };
}

/** Sets members of the body; the others keep their values and places. */
export function withMembers(answer: Answer, members: Readonly<Record<string, unknown>>): Answer {
  return { ...answer, body: { ...answer.body, ...members } };
}

/** Leaves a member of the body out. */
export function withoutMember(answer: Answer, name: string): Answer {
  const { [name]: _, ...body } = answer.body;
  return { ...answer, body };
}

export function withHeaders(answer: Answer, headers: Readonly<Record<string, string>>): Answer {
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

/** Leaves a header out. */
export function withoutHeader(answer: Answer, name: string): Answer {
  const { [name]: _, ...headers } = answer.headers;
  return { ...answer, headers };
}
