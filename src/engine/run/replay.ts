import { shellWords } from '../input/text.js';
import type { RunPlan } from '../plan/plan.js';

/** What asks for a run's gentleness, strictness and patience again. */
export function askedAgain({
  rate,
  concurrency,
  strict,
  slow,
  allowProduction = [],
}: {
  rate?: number | null;
  concurrency?: number;
  strict?: boolean;
  slow?: boolean;
  allowProduction?: readonly string[];
}): string[] {
  return [
    ...(rate === undefined ? [] : ['--rate', String(rate)]),
    ...(concurrency === undefined ? [] : ['--concurrency', String(concurrency)]),
    ...(strict ? ['--strict'] : []),
    ...(slow ? ['--slow'] : []),
    ...(allowProduction.length > 0 ? ['--allow-production', allowProduction.join(',')] : []),
  ];
}

/**
 * A command that runs a check of one target again with the same inputs, and the check in whose probes its
 * failure showed, if that is another one.
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
