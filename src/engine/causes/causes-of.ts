import type { Likeness } from '../likeness/likeness.js';
import type { Cause, Findings } from './cause.js';
import { foreignPages } from './foreign-page.js';
import { notLookedAt } from './not-looked-at.js';
import { otherProfile } from './other-profile.js';

/**
 * What the failed checks of a target have in common, where the evidence shows it: first what lets an attacker in, then
 * form. A check has one cause at most.
 *
 * @param profile Name of the profile that the target was tested by.
 * @param likenesses To the other profiles.
 */
export function causesOf(
  findings: Findings,
  profile: string,
  likenesses: readonly Likeness[] = [],
): Cause[] {
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
  take(otherProfile(profile, likenesses));
  take(foreignPages(findings));
  return causes;
}
