import type { Counterexample } from '../../../schemas/generated/result.js';
import { type Message, say, type Text } from '../../messages/message.js';
import { byPlace } from '../evidence/place.js';
import type { Mutation } from '../request/draft.js';
import type { Observed } from '../session/observed.js';
import type { DraftOf, FaultClass, ServiceId } from '../session/service.js';
import { ShareSpent } from '../session/turns/share-spent.js';
import type { CheckContext, Mutations } from './check.js';
import { tryKept } from './kept-input.js';
import { type Held, runProperty } from './property.js';

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

/** How many probes a check sends if none fails. */
export function countOf<T, S extends ServiceId>(
  t: CheckContext<S>,
  mutations: Mutations<T, S>,
): number {
  if (!('probes' in mutations)) return t.effort.runs + (t.keptInput ? 1 : 0);
  return Math.min(mutations.probes(t).length, t.effort.examples);
}

/** What a check sends but what chance adds. */
export function inputsOf<T, S extends ServiceId>(
  t: CheckContext<S>,
  mutations: Mutations<T, S>,
): readonly Mutation<DraftOf<S>>[] {
  return 'probes' in mutations
    ? mutations.probes(t)
    : mutations.examples(t).map((value) => mutations.mutate(value, t));
}

/** How many requests a failure adds at most, to make its counterexample smaller. */
export function shrinksOf<T, S extends ServiceId>(
  { effort }: CheckContext<S>,
  mutations: Mutations<T, S>,
): number {
  return 'probes' in mutations ? 0 : effort.shrinkRequests;
}

/** Sends a check's probes, one by one or as a property, and judges each. */
export async function probeFamily<T, S extends ServiceId>(
  t: CheckContext<S>,
  mutations: Mutations<T, S>,
  fault: { faultClass?: FaultClass; faultField?: string },
  judge: Judge<S>,
  silence: Silence = 'unanswered',
): Promise<FamilyOutcome<S>> {
  const evidence = new Evidence<S>(fault, judge, silence);
  if ('probes' in mutations) {
    let runs = 0;
    for (const mutation of mutations.probes(t).slice(0, t.effort.examples)) {
      const held = await evidence.probe(t, mutation);
      if (held.kind !== 'no-answer') runs += 1;
      if (held.kind === 'violated') break;
    }
    return { runs, ...evidence.outcome() };
  }
  const kept = await tryKept(t, mutations, (mutation, value) => evidence.probe(t, mutation, value));
  if (kept) return { runs: 1, ...withCounterexample(evidence.outcome(kept.value), kept) };
  const sparing = t.within(t.session.limitedTo(t.effort.shrinkRequests));
  const outcome = await runProperty(
    mutations.property(t),
    {
      sampled: (value: T) => evidence.probe(t, mutations.mutate(value, t), value),
      smaller: (value: T) =>
        evidence.probe(sparing, mutations.mutate(value, t), value).catch(unlessSpent),
    },
    {
      seed: t.seed,
      examples: mutations.examples(t),
      runs: t.effort.runs,
      concurrency: t.session.concurrency,
    },
  );
  const { violation } = outcome;
  const found = evidence.outcome(violation?.value);
  const runs = outcome.runs - outcome.unanswered;
  if (!violation) return { runs, ...found };
  const counterexample = { value: violation.value, seed: t.seed, path: violation.path };
  return { runs, ...withCounterexample(found, counterexample) };
}

function withCounterexample<S extends ServiceId>(
  found: Omit<FamilyOutcome<S>, 'runs'>,
  counterexample: Counterexample,
): Omit<FamilyOutcome<S>, 'runs'> {
  return found.violation ? { ...found, violation: { ...found.violation, counterexample } } : found;
}

/** Nothing, when no requests were left for it. */
function unlessSpent(error: unknown): undefined {
  if (error instanceof ShareSpent) return undefined;
  throw error;
}

class Evidence<S extends ServiceId> {
  #sample: Observed<S> | undefined;
  #unanswered: Message | undefined;
  /** The latest violation, and that of each value still in play: shrinking visits few. */
  readonly #violations = new Map<string, { message: Text; observed: Observed<S> }>();

  constructor(
    private readonly fault: { faultClass?: FaultClass; faultField?: string },
    private readonly judge: Judge<S>,
    private readonly silence: Silence,
  ) {}

  async probe(t: CheckContext<S>, mutation: Mutation<DraftOf<S>>, value?: unknown): Promise<Held> {
    const observed = await t.session.probe(mutation, this.fault);
    const { kind } = observed.sent.noAnswer ?? {};
    if (
      !observed.answer &&
      (this.silence === 'unanswered' || kind === 'budget' || kind === 'proxy')
    ) {
      return { ...this.#noAnswer(t.describe(observed)), silent: true };
    }
    const message = observed.answer
      ? await this.judge(observed, t)
      : say('run/checks/no-answer', { why: t.describe(observed) });
    if (message === null) return this.#noAnswer(t.describe(observed));
    if (message === undefined) {
      if (!this.#sample || byPlace(observed.place, this.#sample.place) < 0) this.#sample = observed;
      return { kind: 'held' };
    }
    this.#violations.set(JSON.stringify(value) ?? '', { message, observed });
    return { kind: 'violated', message, ...(kind === 'timeout' && { silent: true }) };
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
