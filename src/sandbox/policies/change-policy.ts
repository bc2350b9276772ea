import type { Received } from '../answers/received.js';
import type { Refusal } from '../answers/refusal.js';
import type { SandboxAnswer } from '../answers/sandbox-answer.js';
import type { TokenGrant } from '../tokens/policy.js';
import type { AnyPolicy, AttemptOf, StepNameOf, StepOf, TokenPolicy } from './policy.js';

// Each of these takes a policy and returns a changed one of the same kind; the original stays as it is.

/** A step, whatever kind of attempt it looks at; it may be given the policy that it belongs to. */
type AnyStep = (attempt: unknown, policy?: unknown) => Refusal | undefined;

/** Replaces a step; `wrap` gets the step that stands there so far. */
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
 * Refuses requests that the sandbox would take. The check runs right after the signature, so that
 * whatever else is wrong with a request still gets its own answer.
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

/** Last word on the answer to a granted request, whatever else it is given. */
type AnyGrant = (answer: SandboxAnswer, ...given: unknown[]) => SandboxAnswer;

/** Changes the answer to every granted request. */
export function changeGrant<P extends AnyPolicy>(policy: P, change: P['onGrant']): P {
  const [before, after] = [policy.onGrant, change] as unknown as [AnyGrant, AnyGrant];
  return {
    ...policy,
    onGrant: ((answer, ...given) => after(before(answer, ...given), ...given)) as AnyGrant,
  };
}

/** As {@link changeGrant}, for a change that suits any service. */
export function changeGrants<P extends AnyPolicy>(
  policy: P,
  change: (answer: SandboxAnswer, now: number) => SandboxAnswer,
): P {
  // What onGrant is given besides the answer differs from service to service; all are given the time.
  const changed = (answer: SandboxAnswer, { now }: { now: number }) => change(answer, now);
  return changeGrant(policy, changed as unknown as P['onGrant']);
}

/** As {@link changeGrant}, for a change that suits either token service. */
export function changeTokenGrant<P extends TokenPolicy>(
  policy: P,
  change: (answer: SandboxAnswer, grant: TokenGrant, received: Received) => SandboxAnswer,
): P {
  return changeGrant(policy, change as P['onGrant']);
}

/** Changes the answer to every refused request, or only to refusals of the classes given. */
export function changeRefusal<P extends AnyPolicy>(
  policy: P,
  change: (answer: SandboxAnswer, refusal: Refusal, attempt: AttemptOf<P>) => SandboxAnswer,
  classes?: readonly Refusal['faultClass'][],
): P {
  const usual = policy.onRefusal as typeof change;
  return {
    ...policy,
    onRefusal: (answer: SandboxAnswer, refusal: Refusal, attempt: AttemptOf<P>) => {
      const before = usual(answer, refusal, attempt);
      return classes && !classes.includes(refusal.faultClass)
        ? before
        : change(before, refusal, attempt);
    },
  };
}
