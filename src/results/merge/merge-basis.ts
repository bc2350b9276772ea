import type { Basis, TargetResult } from '../../../schemas/generated/result.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import { verdictByOutcomes } from '../by-outcomes.js';
import type { TargetPart } from './merge-targets.js';

/**
 * What the verdict of a merged target depends on.
 *
 * @returns undefined for results of before it was recorded
 * @throws InputProblem when the parts differ in strictness, or are shards of different runs: no verdict over
 * all follows from such.
 */
export function mergeBasis(parts: readonly TargetPart[]): Basis | undefined {
  const bases = parts.flatMap(({ target }) => target.basis ?? []);
  const [first] = bases;
  if (!first || bases.length < parts.length) return undefined;
  requireSame(parts, '/strict', ({ strict }) => strict);
  requireSame(parts, '/shards/count', ({ shards }) => shards?.count ?? 1);
  if (first.shards) {
    requireSame(parts, '/only', ({ only }) => only.join(', '));
    requireSame(parts, '/skip', ({ skip }) => skip.join(', '));
  }
  const { shards: _, ...same } = first;
  const onlys = bases.map(({ only }) => only);
  const [skip = [], ...skips] = bases.map((basis) => basis.skip);
  return {
    ...same,
    // Parts that are no shards may each have another choice: a check was chosen if one of them chose it.
    only: onlys.some(({ length }) => length === 0) ? [] : [...new Set(onlys.flat())],
    skip: skip.filter((pattern) => skips.every((other) => other.includes(pattern))),
    ...(first.shards && { shards: mergeShards(bases, first.shards.count) }),
  };
}

/** A target whose only part is a shard: inconclusive at best, for the other shards are missing. */
export function mergedShards(target: TargetResult): TargetResult {
  const { basis } = target;
  if (!basis?.shards || basis.shards.merged || basis.shards.count === 1) return target;
  const merged = {
    ...target,
    basis: { ...basis, shards: mergeShards([basis], basis.shards.count) },
  };
  return { ...merged, verdict: verdictByOutcomes(merged) };
}

function mergeShards(bases: readonly Basis[], count: number): NonNullable<Basis['shards']> {
  const held = new Set(bases.flatMap(({ shards }) => shards?.held ?? []));
  return { count, held: [...held].toSorted((a, b) => a - b), merged: true };
}

function requireSame(
  [first, ...others]: readonly TargetPart[],
  pointer: string,
  read: (basis: Basis) => unknown,
): void {
  const of = (part: TargetPart | undefined) => part?.target.basis && read(part.target.basis);
  for (const other of others) {
    if (of(first) === of(other)) continue;
    const name = pointer.slice(1).replace('/', ' ');
    throw new InputProblem(
      'targets-differ',
      `"${other.target.name}" was judged otherwise here: its ${name} is ${of(other)}, in ${first?.place.file} ${of(first)}`,
      {
        ...other.place,
        pointer: `${other.place.pointer}/basis${pointer}`,
        remedy: 'Only shards of one run are put together: run all of them with the same options.',
      },
    );
  }
}
