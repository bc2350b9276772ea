import type { TargetResult } from '../../schemas/generated/result.js';
import { withKnownFailures } from './known.js';
import { openVerdict } from './open-verdict.js';

/** How many of all checks a verdict is over; undefined if it is over all of them. */
export function partOf({
  checks,
  basis,
}: Pick<TargetResult, 'checks' | 'basis'>): { chosen: number; all: number } | undefined {
  return basis && checks.length < basis.checks
    ? { chosen: checks.length, all: basis.checks }
    : undefined;
}

/** The same in words: `in the 11 of 383 checks chosen`; empty if it is over all. */
export function partWords(target: Pick<TargetResult, 'checks' | 'basis'>): string {
  const part = partOf(target);
  return part ? `in the ${part.chosen} of ${part.all} checks chosen` : '';
}

/**
 * The verdict of a target with what it leaves out: `conformant with 1 known failure in the 11 of 383 checks chosen`,
 * `inconclusive in the 255 of 383 checks chosen, because shard 3 of 3 is missing`. If the file states another verdict than
 * its outcomes come to, that one stands beside it.
 */
export function verdictWords(target: TargetResult): string {
  const known = target.checks.filter((check) => check.known).length;
  const part = partWords(target);
  const why = openVerdict(target);
  return [
    withKnownFailures(target.verdict, known),
    target.storedVerdict && ` by its outcomes (the file states: ${target.storedVerdict})`,
    part && ` ${part}`,
    why && `, because ${why}`,
  ]
    .filter(Boolean)
    .join('');
}
