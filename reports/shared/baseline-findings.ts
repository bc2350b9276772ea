import type { Result } from '../../schemas/generated/result.js';

/** An entry of the baseline that fails the run. */
export interface BaselineEntryFinding {
  target: string;
  check: string;
  /** `stale` or `expired`, with what is wrong. */
  message: string;
}

/** The entries of the baseline that fail the run, the stale ones first. */
export function baselineFindings({ run }: Pick<Result, 'run'>): BaselineEntryFinding[] {
  const { stale = [], expired = [] } = run.baseline ?? {};
  return [
    ...stale.map((entry) => ({ ...entry, message: `stale entry: ${entry.message}` })),
    ...expired.map((entry) => ({ ...entry, message: `expired entry: ${entry.message}` })),
  ];
}
