import type { Result, TargetResult } from '../../../schemas/generated/result.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import { renameExchanges } from '../../engine/run/result/rename-exchanges.js';
import { requireUnedited } from '../by-outcomes.js';
import type { ReadResult } from '../read-result.js';
import { mergedShards } from './merge-basis.js';
import { mergeTargets, type TargetPart } from './merge-targets.js';

/** A result, and the file that messages name. */
type ResultPart = Pick<ReadResult, 'result' | 'file'>;

/**
 * Several results as one, with all their targets; the shards of one target are merged. Exchanges get new
 * ids, so that each stays unique. A single result stays as it is, unless it is a shard: what the others would
 * have found is open.
 *
 * @throws InputProblem when one was changed by hand, when they differ in version, catalogue or depth, or when
 * two have the same check of the same target.
 */
export function mergeResults(parts: readonly ResultPart[]): Result {
  const [first, ...others] = parts;
  if (!first) throw new RangeError('there is nothing to merge');
  if (others.length === 0) return alone(first.result);
  for (const { result, file } of parts) requireUnedited(result, file);
  for (const other of others) requireSameRules(first, other);
  const renamed = renameExchanges(parts.map(({ result }) => result)).map((result, index) => ({
    result,
    file: parts[index]?.file ?? '',
  }));
  const results = renamed.map(({ result }) => result);
  const byName = new Map<string, TargetPart[]>();
  for (const { result, file } of renamed) {
    for (const [index, target] of result.targets.entries()) {
      const part = { target, seed: result.run.seed, place: { file, pointer: `/targets/${index}` } };
      byName.set(target.name, [...(byName.get(target.name) ?? []), part]);
    }
  }
  return {
    ...first.result,
    run: mergeRuns(results, new Set(byName.keys())),
    targets: [...byName.values()].map((those): TargetResult => mergeTargets(those)),
    requirements: uniqueBy(
      results.flatMap(({ requirements }) => requirements),
      ({ id }) => id,
    ),
    exchanges: results.flatMap(({ exchanges }) => exchanges),
  };
}

function alone(result: Result): Result {
  const targets = result.targets.map(mergedShards);
  return targets.every((target, index) => target === result.targets[index])
    ? result
    : { ...result, targets };
}

function requireSameRules(first: ResultPart, other: ResultPart): void {
  const facts: [string, string, (result: Result) => string | undefined][] = [
    ['version', '/tool/version', ({ tool }) => tool.version],
    ['catalogue', '/run/catalogueDigest', ({ run }) => run.catalogueDigest],
    ['depth', '/run/depth', ({ run }) => run.depth],
  ];
  for (const [what, pointer, read] of facts) {
    const [one, two] = [read(first.result), read(other.result)];
    if (one === two) continue;
    throw new InputProblem(
      'results-differ',
      `results that differ in ${what} can't be merged: ${two ?? 'none'} here, ${one ?? 'none'} in ${first.file}`,
      {
        file: other.file,
        pointer,
        remedy: 'Render them one by one, or run both again in the same way.',
      },
    );
  }
}

function mergeRuns(results: readonly Result[], names: ReadonlySet<string>): Result['run'] {
  const runs = results.map(({ run }) => run);
  const [first] = runs;
  if (!first) throw new RangeError('there is nothing to merge');
  const instants = (which: 'startedAt' | 'finishedAt') => runs.map((run) => run[which]).toSorted();
  const baselines = runs.flatMap(({ baseline }) => baseline ?? []);
  const entries = (which: 'stale' | 'expired') =>
    uniqueBy(
      baselines.flatMap((baseline) => baseline[which]),
      (entry) => JSON.stringify(entry),
    );
  const { targetsLeftOut: _, recovered: __, ...same } = first;
  const recovered = runs.flatMap((run) => run.recovered ?? []);
  const leftOut = new Set(runs.flatMap(({ targetsLeftOut = [] }) => targetsLeftOut));
  const targetsLeftOut = [...leftOut].filter((name) => !names.has(name));
  return {
    ...same,
    ...(targetsLeftOut.length > 0 && { targetsLeftOut }),
    startedAt: instants('startedAt')[0] ?? first.startedAt,
    finishedAt: instants('finishedAt').at(-1) ?? first.finishedAt,
    interrupted: runs.some(({ interrupted }) => interrupted),
    ...(recovered.length > 0 && {
      recovered: {
        checks: recovered.reduce((sum, { checks }) => sum + checks, 0),
        ...(recovered.some(({ cut }) => cut) && { cut: true as const }),
      },
    }),
    ...(baselines[0] && {
      baseline: {
        file: [...new Set(baselines.map(({ file }) => file))].join(', '),
        stale: entries('stale'),
        expired: entries('expired'),
      },
    }),
  };
}

function uniqueBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const seen = new Map<string, T>();
  for (const item of items) if (!seen.has(keyOf(item))) seen.set(keyOf(item), item);
  return [...seen.values()];
}
