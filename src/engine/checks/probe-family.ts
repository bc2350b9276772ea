import type { Counterexample } from '../../../schemas/generated/result.js';
import { type Message, say, type Text } from '../../messages/message.js';
import { byPlace } from '../evidence/place.js';
import type { Mutation } from '../request/draft.js';
import type { Observed } from '../session/observed.js';
import type { DraftOf, FaultClass, ServiceId } from '../session/service.js';
import type { CheckContext, Mutations } from './check.js';
import { runProperty } from './property.js';

/** What the probes of a check showed, all together. */
export interface FamilyOutcome<S extends ServiceId> {
  /** Probes that were answered. */
  runs: number;
  /** A probe that went as it should, for the evidence. */
  sample?: Observed<S>;
  violation?: { message: Text; observed: Observed<S>; counterexample?: Counterexample };
  /** Why some probes could not be judged. */
  unanswered?: Message;
}

/**
 * What a probe without any answer means: nothing can be said, or it is the violation itself, if the
 * requirement is that there be an answer.
 */
export type Silence = 'unanswered' | 'violation';

/**
 * Says what is wrong with a probe's answer; undefined if it is as it should be; null if nothing can be said. A
 * check of the user's own may say it in a plain text.
 */
export type Judge<S extends ServiceId> = (
  observed: Observed<S>,
  t: CheckContext<S>,
) => Promise<Text | undefined | null> | Text | undefined | null;

/** How long a counterexample is made smaller, at the most. */
const shrinkTimeMs = 20_000;

/** How many probes a check sends if none fails. */
export function countOf<T, S extends ServiceId>(
  t: CheckContext<S>,
  mutations: Mutations<T, S>,
): number {
  if (!('probes' in mutations)) return Math.max(t.effort.runs, mutations.classics?.(t).length ?? 0);
  return Math.min(mutations.probes(t).length, t.effort.examples);
}

/** Sends a check's probes, one by one or as a property, and judges each. */
export async function probeFamily<T, S extends ServiceId>(
  t: CheckContext<S>,
  mutations: Mutations<T, S>,
  fault: { faultClass?: FaultClass; faultField?: string },
  judge: Judge<S>,
  silence: Silence = 'unanswered',
): Promise<FamilyOutcome<S>> {
  const evidence = new Evidence(t, fault, judge, silence);
  if ('probes' in mutations) {
    let runs = 0;
    for (const mutation of mutations.probes(t).slice(0, t.effort.examples)) {
      const held = await evidence.probe(mutation);
      if (held.kind !== 'no-answer') runs += 1;
      if (held.kind === 'violated') break;
    }
    return { runs, ...evidence.outcome() };
  }
  const outcome = await runProperty(
    mutations.property(t),
    (value: T) => evidence.probe(mutations.mutate(value, t), value),
    {
      classics: mutations.classics?.(t) ?? [],
      ...{ seed: t.seed, runs: t.effort.runs, concurrency: t.session.concurrency, shrinkTimeMs },
    },
  );
  const { violation } = outcome;
  const found = evidence.outcome(violation?.value);
  if (!violation || !found.violation) return { runs: outcome.runs - outcome.unanswered, ...found };
  const { value, path } = violation;
  return {
    runs: outcome.runs - outcome.unanswered,
    ...found,
    // A classic comes from no seed: the message names it.
    violation: {
      ...found.violation,
      ...(path !== undefined && { counterexample: { value, seed: t.seed, path } }),
    },
  };
}

class Evidence<S extends ServiceId> {
  #sample: Observed<S> | undefined;
  #unanswered: Message | undefined;
  /** The latest violation, and that of each value still in play: shrinking visits few. */
  readonly #violations = new Map<string, { message: Text; observed: Observed<S> }>();

  constructor(
    private readonly t: CheckContext<S>,
    private readonly fault: { faultClass?: FaultClass; faultField?: string },
    private readonly judge: Judge<S>,
    private readonly silence: Silence,
  ) {}

  async probe(mutation: Mutation<DraftOf<S>>, value?: unknown) {
    const observed = await this.t.session.probe(mutation, this.fault);
    if (
      !observed.answer &&
      (this.silence === 'unanswered' || observed.sent.noAnswer?.kind === 'budget')
    ) {
      return this.#noAnswer(this.t.describe(observed));
    }
    const message = observed.answer
      ? await this.judge(observed, this.t)
      : say('run/checks/no-answer', { why: this.t.describe(observed) });
    if (message === null) return this.#noAnswer(this.t.describe(observed));
    if (message === undefined) {
      if (!this.#sample || byPlace(observed.place, this.#sample.place) < 0) this.#sample = observed;
      return { kind: 'held' as const };
    }
    this.#violations.set(JSON.stringify(value) ?? '', { message, observed });
    return { kind: 'violated' as const, message };
  }

  outcome(value?: unknown): Omit<FamilyOutcome<S>, 'runs'> {
    const violation =
      this.#violations.get(JSON.stringify(value) ?? '') ?? [...this.#violations.values()].at(-1);
    return {
      ...(this.#sample && { sample: this.#sample }),
      ...(violation && { violation }),
      ...(this.#unanswered !== undefined && { unanswered: this.#unanswered }),
    };
  }

  #noAnswer(message: Message) {
    this.#unanswered ??= message;
    return { kind: 'no-answer' as const, message };
  }
}
