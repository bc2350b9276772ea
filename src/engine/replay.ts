import type { RunPlan } from './plan.js';

/** A command that runs one check of one target again with the same inputs. */
export function replayCommand(
  { replay, seed, depth }: Pick<RunPlan, 'replay' | 'seed' | 'depth'>,
  target: string,
  id: string,
): string {
  return [...replay, '--target', target, '--only', id, '--seed', String(seed), '--depth', depth]
    .map(quote)
    .join(' ');
}

/** Quotes a word for a POSIX shell, where it needs it. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
