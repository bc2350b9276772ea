import fc from 'fast-check';
import type { Counterexample } from '../../../schemas/generated/result.js';
import { RunEnded } from '../http/run-ended.js';
import type { KeptInput } from '../plan/plan.js';
import type { Mutation } from '../request/draft.js';
import { CheckEnded } from '../session/outcome.js';
import type { DraftOf, ServiceId } from '../session/service.js';
import type { CheckContext, Mutations } from './check.js';
import type { Held } from './property.js';

const outcomes = { held: 'passed', violated: 'failed', 'no-answer': 'cantTell' } as const;

/**
 * Tries the input that a baseline keeps for a check, and notes in `t` what became of it.
 *
 * @returns the input as a counterexample, if it fails again
 */
export async function tryKept<T, S extends ServiceId>(
  t: CheckContext<S>,
  { property, examples, mutate }: Extract<Mutations<T, S>, { property: unknown }>,
  probe: (mutation: Mutation<DraftOf<S>>, value: T) => Promise<Held>,
): Promise<Counterexample | undefined> {
  const { keptInput } = t;
  if (!keptInput) return undefined;
  try {
    const value = valueOfKept(keptInput, property(t), examples(t));
    const { kind } = await probe(mutate(value, t), value);
    t.keptOutcome = outcomes[kind];
    const { seed, path } = keptInput;
    return kind === 'violated' ? { value, seed, path } : undefined;
  } catch (error) {
    if (error instanceof RunEnded || error instanceof CheckEnded) throw error;
    // The check has changed since, or somebody changed the file.
    t.keptOutcome = 'unusable';
    return undefined;
  }
}

/**
 * The value of a kept input: the one that the file holds, or the one to which seed and path lead.
 *
 * @throws Error when the path leads nowhere, for a property that has changed since.
 */
export function valueOfKept<T>(
  kept: KeptInput,
  arbitrary: fc.Arbitrary<T>,
  examples: readonly T[] = [],
): T {
  if ('value' in kept) return kept.value as T;
  const { seed, path } = kept;
  // A path counts the examples too.
  const values = fc.sample(arbitrary, { seed, path, examples: [...examples], numRuns: 1 });
  if (values.length === 0) throw new RangeError(`the path ${path} leads nowhere`);
  return values[0] as T;
}
