import type { TransactionConfig } from '../../../schemas/generated/config.js';
import type { Services } from '../../../schemas/generated/profile.js';
import type { Answer } from '../answers/answer.js';
import type { Received } from '../answers/received.js';
import type { Refusal } from '../answers/refusal.js';
import type { TlsDeviation } from '../servers.js';
import type { UtilityPolicy } from '../signature-utility/policy.js';
import type { Grant, Policy } from '../token-b2b/policy.js';
import type { CustomerPolicy } from '../token-b2b2c/policy.js';
import type { TransactionPolicy } from '../transaction/policy.js';

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
  /** Shows only where the run waits for tokens to expire. */
  slow?: true;
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
  /** Path of the base URL that it is shown under. */
  prefix?: string;
  /** True where it shows in calls made for a customer. */
  customer?: true;
};

/** A deviation in how a portal signs for whoever tries it out. */
export type UtilityFault = FaultIn<UtilityPolicy> & { service: 'signature-utility' };

/** A deviation of the access-token service B2B2C. */
export type CustomerTokenFault = FaultIn<CustomerPolicy> & { service: 'token-b2b2c' };

/** A policy of either token service. */
export type TokenPolicy = Policy | CustomerPolicy;

/** A deviation that either token service can have; it trips the same requirements of each. */
export interface TokenFault extends Omit<FaultIn<never>, 'apply'> {
  apply<P extends TokenPolicy>(policy: P): P;
}

/** The deviation in the service B2B. */
export function ofB2b(fault: TokenFault): Fault {
  return { ...fault, trips: fault.trips.map((id) => `token-b2b/${id}`) };
}

/** The deviation in the service B2B2C. */
export function ofB2b2c(fault: TokenFault): CustomerTokenFault {
  return {
    ...fault,
    service: 'token-b2b2c',
    name: `b2b2c-${fault.name}`,
    title: `${fault.title} (B2B2C)`,
    trips: fault.trips.map((id) => `token-b2b2c/${id}`),
  };
}

/** A deviation of any service. */
export type AnyFault = Fault | TransactionFault | CustomerTokenFault | UtilityFault;

/** A policy of whichever service; a helper that takes one gives one of the same kind back. */
export type AnyPolicy = TokenPolicy | TransactionPolicy;

type StepNameOf<P extends AnyPolicy> = keyof P['steps'];
type StepOf<P extends AnyPolicy> = P['steps'][StepNameOf<P>];
type AttemptOf<P extends AnyPolicy> = Parameters<P['onRefusal']>[2];

/** A step, whatever it looks at: it may be told of the policy that it belongs to. */
type AnyStep = (attempt: unknown, policy?: unknown) => Refusal | undefined;

/** Replaces a step by one that knows the former. */
export function withStep<P extends AnyPolicy>(
  policy: P,
  name: StepNameOf<P>,
  wrap: (step: StepOf<P>) => StepOf<P>,
): P {
  const steps = policy.steps as P['steps'];
  return { ...policy, steps: { ...steps, [name]: wrap(steps[name]) } };
}

/** Lets requests of one kind through steps that would refuse them. */
export function letPass<P extends AnyPolicy>(
  policy: P,
  names: readonly StepNameOf<P>[],
  when: (attempt: AttemptOf<P>) => boolean,
): P {
  return names.reduce(
    (changed, name) =>
      withAnyStep(changed, name, (step) => (attempt, own) => {
        const refusal = step(attempt, own);
        return refusal && when(attempt as AttemptOf<P>) ? undefined : refusal;
      }),
    policy,
  );
}

/**
 * Refuses requests that the sandbox would take. This comes last, so that whatever else is wrong with a
 * request still gets its own answer.
 */
export function alsoRefuse<P extends AnyPolicy>(
  policy: P,
  check: (attempt: AttemptOf<P>) => Refusal | undefined,
): P {
  return withAnyStep(
    policy,
    'signature',
    (step) => (attempt, own) => step(attempt, own) ?? check(attempt as AttemptOf<P>),
  );
}

/** Refuses requests before anything else is looked at. */
export function refuseFirst<P extends AnyPolicy>(
  policy: P,
  check: (attempt: AttemptOf<P>) => Refusal | undefined,
): P {
  return withAnyStep(
    policy,
    'method',
    (step) => (attempt, own) => check(attempt as AttemptOf<P>) ?? step(attempt, own),
  );
}

function withAnyStep<P extends AnyPolicy>(
  policy: P,
  name: StepNameOf<P>,
  wrap: (step: AnyStep) => AnyStep,
): P {
  return withStep(policy, name, (step) => wrap(step as AnyStep) as StepOf<P>);
}

/** Changes the answer to every granted request. */
export function changeGrant<P extends AnyPolicy>(policy: P, change: P['onGrant']): P {
  const [before, after] = [policy.onGrant, change] as unknown as [AnyGrant, AnyGrant];
  return {
    ...policy,
    onGrant: ((answer, ...told) => after(before(answer, ...told), ...told)) as AnyGrant,
  };
}

/** As {@link changeGrant}, where a token service of either kind gives the token. */
export function changeTokenGrant<P extends TokenPolicy>(
  policy: P,
  change: (answer: Answer, grant: Grant, received: Received) => Answer,
): P {
  return changeGrant(policy, change as P['onGrant']);
}

/** Last word on a grant, whatever it is told of the request. */
type AnyGrant = (answer: Answer, ...told: unknown[]) => Answer;

/** Changes the answer to every refused request, or to those of the classes given. */
export function changeRefusal<P extends AnyPolicy>(
  policy: P,
  change: (answer: Answer, refusal: Refusal, attempt: AttemptOf<P>) => Answer,
  classes?: readonly Refusal['faultClass'][],
): P {
  const usual = policy.onRefusal as (
    answer: Answer,
    refusal: Refusal,
    attempt: AttemptOf<P>,
  ) => Answer;
  return {
    ...policy,
    onRefusal: (answer: Answer, refusal: Refusal, attempt: AttemptOf<P>) => {
      const before = usual(answer, refusal, attempt);
      return classes && !classes.includes(refusal.faultClass)
        ? before
        : change(before, refusal, attempt);
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
