import type { CheckResult } from '../../schemas/generated/result.js';

/** Of a failure that the baseline lists, in words: `known failure until 2026-12-31: reason (owner)`. */
export function knownFailure({ known }: Pick<CheckResult, 'known'>): string | undefined {
  if (!known) return undefined;
  const { reason, owner, expires } = known;
  const until = expires === undefined ? '' : ` until ${expires}`;
  return `known failure${until}: ${reason}${owner === undefined ? '' : ` (${owner})`}`;
}
