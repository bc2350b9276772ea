import type { CheckResult } from '../../schemas/generated/result.js';

/** A verdict with the failures that a baseline excuses: `conformant with 2 known failures`. */
export function withKnownFailures(verdict: string, known: number): string {
  return known === 0
    ? verdict
    : `${verdict} with ${known} known ${known === 1 ? 'failure' : 'failures'}`;
}

/** A failure that the baseline lists, in words: `known failure until 2026-12-31: ticket 12 (payments)`. */
export function knownFailure({ outcome, known }: CheckResult): string | undefined {
  if (outcome !== 'failed' || known === undefined) return undefined;
  const until = known.expires === undefined ? '' : ` until ${known.expires}`;
  const owner = known.owner === undefined ? '' : ` (${known.owner})`;
  return `known failure${until}: ${known.reason}${owner}`;
}
