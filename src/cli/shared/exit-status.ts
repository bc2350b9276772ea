import type { Result, TargetResult } from '../../../schemas/generated/result.js';

/** The exit statuses of the command. */
export const exitStatus = {
  /** Every target is conformant. */
  conformant: 0,
  nonConformant: 1,
  /** Usage or config is wrong; nothing was sent. */
  usage: 2,
  /** Nothing failed, but some target couldn't be judged, or the command itself failed. */
  inconclusive: 3,
  /** Stopped by a signal; what was found by then is in the reports. */
  interrupted: 130,
} as const;

/** The exit status for a result. */
export function exitStatusOf({
  run,
  targets,
}: {
  run: Pick<Result['run'], 'interrupted' | 'baseline'>;
  targets: readonly Pick<TargetResult, 'verdict'>[];
}): number {
  if (run.interrupted) return exitStatus.interrupted;
  const verdicts = targets.map(({ verdict }) => verdict);
  const outdated = [...(run.baseline?.stale ?? []), ...(run.baseline?.expired ?? [])];
  if (verdicts.includes('non-conformant') || outdated.length > 0) return exitStatus.nonConformant;
  return verdicts.includes('inconclusive') ? exitStatus.inconclusive : exitStatus.conformant;
}
