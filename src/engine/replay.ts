import type { RunPlan } from './plan.js';
import { shellWords } from './shell-words.js';

/**
 * A command that runs a check of one target again with the same inputs, and the check in whose probes its
 * failure showed, where that is another one.
 */
export function replayCommand(
  { replay, seed, depth }: Pick<RunPlan, 'replay' | 'seed' | 'depth'>,
  target: string,
  ids: readonly string[],
): string {
  const inputs = [
    '--target',
    target,
    '--only',
    ids.join(','),
    '--seed',
    String(seed),
    '--depth',
    depth,
  ];
  return shellWords([...replay, ...inputs]);
}
