import type { Cause, Findings } from './cause.js';
import { foreignPages } from './foreign-page.js';
import { notLookedAt } from './not-looked-at.js';

/**
 * What the failed checks of a target have in common, where the evidence shows it: first what lets an attacker in, then
 * form. A check has one cause at most.
 */
export function causesOf(findings: Findings): Cause[] {
  const failed = new Set(
    findings.checks.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id),
  );
  const causes: Cause[] = [];
  const take = (found: readonly Cause[]) => {
    for (const cause of found) {
      const checks = cause.checks.filter((id) => failed.delete(id));
      if (checks.length > 1) causes.push({ ...cause, checks });
    }
  };
  take(notLookedAt(findings));
  take(foreignPages(findings));
  return causes;
}
