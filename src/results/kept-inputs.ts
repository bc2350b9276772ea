import { isDeepStrictEqual } from 'node:util';
import type { Counterexample } from '../../schemas/generated/result.js';
import type { KeptInput, TargetPlan } from '../engine/plan/plan.js';
import type { BaselineEntry } from './baseline.js';

/** Targets that try the inputs first which the entries of a baseline keep for them. */
export function withKeptInputs(
  targets: readonly TargetPlan[],
  known: readonly BaselineEntry[],
): TargetPlan[] {
  return targets.map((target) => {
    const kept = known.flatMap(({ target: name, check, input }): [string, KeptInput][] =>
      name === target.name && input ? [[check, input]] : [],
    );
    return kept.length === 0 ? target : { ...target, keptInputs: Object.fromEntries(kept) };
  });
}

/**
 * What an entry keeps of a counterexample: the value, and how it was found; the latter alone if a file of this
 * kind can't give the value back as it was.
 *
 * @param rewrite Writes a value to such a file and reads it again.
 */
export function keptOf(
  { value, seed, path, inexact }: Counterexample,
  rewrite: (value: unknown) => unknown,
): KeptInput {
  const exact = !inexact && isDeepStrictEqual(rewrite(value), value);
  return { ...(exact && { value }), seed, path };
}
