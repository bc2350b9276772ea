import type { CheckResult } from '../../../schemas/generated/result.js';

/** How well a shipped profile describes a target. */
export interface ProfileFit {
  profile: string;
  title: string;
  /** Where the target was asked. */
  path: string;
  /** The profile has this path itself. */
  ownPath: boolean;
  /** False if the target refuses the valid request as this profile has it. */
  accepted: boolean;
  /** The finding on the control. */
  control: string;
  /** Where the target differs from the profile: failed checks. */
  differences: Pick<CheckResult, 'id' | 'level' | 'message'>[];
  /** Checks that the target passed. */
  passed: number;
}

/** The fits, the closest first. */
export function rank(fits: readonly ProfileFit[]): ProfileFit[] {
  return fits.toSorted(byFit);
}

/**
 * Those of a ranking that nothing which was seen speaks against more than against the first: several, in the order of
 * how much of them was confirmed, where a profile merely says less than another.
 */
export function foremost(ranked: readonly ProfileFit[]): ProfileFit[] {
  const [first] = ranked;
  return first?.accepted ? ranked.filter((fit) => byContradiction(first, fit) === 0) : [];
}

function byFit(a: ProfileFit, b: ProfileFit): number {
  return byContradiction(a, b) || b.passed - a.passed;
}

function byContradiction(a: ProfileFit, b: ProfileFit): number {
  return (
    Number(b.accepted) - Number(a.accepted) ||
    distance(a) - distance(b) ||
    Number(b.ownPath) - Number(a.ownPath)
  );
}

/** A difference in what must be weighs more than one in what should be. */
function distance({ differences }: ProfileFit): number {
  return differences.reduce((sum, { level }) => sum + (level === 'MUST' ? 3 : 1), 0);
}
