import type { TransactionConfig } from '../../../schemas/generated/config.js';
import type { Services } from '../../../schemas/generated/profile.js';
import type { Answer } from '../answer.js';
import type { CustomerPolicy } from '../customer-policy.js';
import type { Attempt, Policy, PolicyOf, Step } from '../policy.js';
import type { Received } from '../received.js';
import type { Refusal } from '../refusal.js';
import type { RefusalSettings } from '../refuse.js';
import type { TlsDeviation } from '../servers.js';
import type { TransactionPolicy } from '../transaction-policy.js';

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
  /** True where it shows in calls made for a customer. */
  customer?: true;
};

/** A deviation of the access-token service B2B2C. */
export type CustomerTokenFault = FaultIn<CustomerPolicy> & { service: 'token-b2b2c' };

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
export type AnyFault = Fault | TransactionFault | CustomerTokenFault;

export type TokenPolicy = PolicyOf<TokenSettings, any, any>;

/** What the settings of both token services have. */
type TokenSettings = RefusalSettings & { success: { tokenMaxLength: number } };

type GrantOf<P extends TokenPolicy> = Parameters<P['onGrant']>[1];
type StepOf<P extends TokenPolicy> = keyof P['steps'] & string;

/** Replaces a step by one that knows the former. */
export function withStep<P extends TokenPolicy>(
  policy: P,
  name: StepOf<P>,
  wrap: (step: Step) => Step,
): P {
  const steps = policy.steps as Record<string, Step>;
  return { ...policy, steps: { ...steps, [name]: wrap(steps[name] as Step) } };
}

/** Lets requests of one kind through steps that would refuse them. */
export function letPass<P extends TokenPolicy>(
  policy: P,
  names: readonly StepOf<P>[],
  when: (attempt: Attempt) => boolean,
): P {
  return names.reduce<P>(
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
export function alsoRefuse<P extends TokenPolicy>(policy: P, check: Step): P {
  return withStep(
    policy,
    'signature' as StepOf<P>,
    (step) => (attempt) => step(attempt) ?? check(attempt),
  );
}

/** Changes the answer to every granted request. */
export function changeGrant<P extends TokenPolicy>(
  policy: P,
  change: (answer: Answer, grant: GrantOf<P>, received: Received) => Answer,
): P {
  return {
    ...policy,
    onGrant: (answer: Answer, grant: GrantOf<P>, received: Received) =>
      change(policy.onGrant(answer, grant, received), grant, received),
  };
}

/** Changes the answer to every refused request, or to those of the classes given. */
export function changeRefusal<P extends TokenPolicy>(
  policy: P,
  change: (answer: Answer, refusal: Refusal, attempt: Attempt) => Answer,
  classes?: readonly Refusal['faultClass'][],
): P {
  return {
    ...policy,
    onRefusal: (answer: Answer, refusal: Refusal, attempt: Attempt) => {
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
