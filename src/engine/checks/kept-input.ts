import fc from 'fast-check';
import type { KeptInput } from '../plan/plan.js';

/**
 * The value of an input that a baseline keeps: the one that the file holds, or the one to which seed and path lead.
 *
 * @throws Error when the path leads nowhere, for a property that has changed since.
 */
export function valueOfKept<T>(kept: KeptInput, arbitrary: fc.Arbitrary<T>): T {
  if ('value' in kept) return kept.value as T;
  const { seed, path } = kept;
  const values = fc.sample(arbitrary, { seed, path, numRuns: 1 });
  if (values.length === 0) throw new RangeError(`the path ${path} leads nowhere`);
  return values[0] as T;
}
