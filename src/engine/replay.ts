import type { RunPlan } from './plan.js';
import { shellWords } from './shell-words.js';

/** A command that runs one check of one target again with the same inputs. */
export function replayCommand(
  { replay, seed, depth }: Pick<RunPlan, 'replay' | 'seed' | 'depth'>,
  target: string,
  id: string,
): string {
  const inputs = ['--target', target, '--only', id, '--seed', String(seed), '--depth', depth];
  return shellWords([...replay, ...inputs]);
}
