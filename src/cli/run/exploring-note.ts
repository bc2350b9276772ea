import type { Result } from '../../../schemas/generated/result.js';
import { shellWords } from '../../engine/input/text.js';
import type { RunPlan } from '../../engine/plan/plan.js';
import { countsWhenFailed } from '../../engine/run/result/verdict.js';
import { baselineName } from '../../results/baseline.js';
import type { BaselineFlags } from './baseline-of-run.js';

/** The options that keep in a baseline what a run found; undefined for a run that does so by itself. */
export function keepWords(
  { baseline, updateBaseline }: BaselineFlags,
  configFile: string | undefined,
): string[] | undefined {
  if (updateBaseline) return undefined;
  const beside = configFile === undefined && baseline === undefined;
  return [...(beside ? ['--baseline', baselineName] : []), '--update-baseline'];
}

/**
 * How to keep the inputs that an exploring run found, so that later runs don't miss them; empty if it found none.
 *
 * @param keep As {@link keepWords}.
 */
export function exploringNote(
  { seed, seedFrom, depth, replay }: RunPlan,
  { targets }: Result,
  keep: readonly string[],
): string {
  if (seedFrom !== 'random') return '';
  const strict = replay.includes('--strict');
  const found = targets
    .flatMap(({ checks }) => checks)
    .filter(
      ({ outcome, counterexample, known }) => outcome === 'failed' && counterexample && !known,
    )
    .filter((check) => countsWhenFailed(check, strict));
  if (found.length === 0) return '';
  const [inputs, them] =
    found.length === 1 ? ['An input', 'it'] : [`${found.length} inputs`, 'them'];
  const again = shellWords([...replay, '--seed', String(seed), '--depth', depth, ...keep]);
  return `\n${inputs} failed that exploring found, and another seed may miss. This keeps ${them} in the baseline,\nwhere each later run tries ${them} first:\n  ${again}\n`;
}
