import type { CheckResult } from '../../schemas/generated/result.js';
import type { RunPlan, TargetPlan } from './plan.js';
import { loadProfile, shippedProfiles } from './profile.js';
import { profileChecks } from './profile-checks.js';
import { run } from './run.js';

/** How well a shipped profile describes a target. */
export interface ProfileFit {
  profile: string;
  title: string;
  /** False where the target refuses the valid request as this profile has it. */
  accepted: boolean;
  /** The finding on the control. */
  control: string;
  /** Where the target differs from the profile: failed checks. */
  differences: Pick<CheckResult, 'id' | 'level' | 'message'>[];
  /** Checks that the target passed. */
  passed: number;
}

/**
 * Holds a target against every shipped profile that has a token service, each at the target's own path,
 * at depth `quick`, in what profiles differ in.
 *
 * @returns the profiles, the closest first: fewest differences (a MUST counts for three), then the one
 * that was confirmed in most
 */
export async function detectProfiles(target: TargetPlan, seed: number): Promise<ProfileFit[]> {
  const { path } = target.profile.services['token-b2b'];
  const names = shippedProfiles().filter(
    (name) => loadProfile(name, '.').services['token-b2b'].offered,
  );
  const { maxRequests } = target.limits;
  const share = maxRequests === null ? null : Math.max(1, Math.floor(maxRequests / names.length));
  const plan: RunPlan = {
    targets: names.map((name) => ({
      ...target,
      name,
      profile: loadProfile(name, '.', {
        services: { 'token-b2b': { path } },
        file: target.name,
        pointer: '',
      }),
      limits: { ...target.limits, maxRequests: share },
    })),
    seed,
    depth: 'quick',
    only: [...profileChecks],
    skip: [],
    dryRun: false,
    replay: [],
  };
  const { result } = await run(plan);
  const fits = result.targets.map((found): ProfileFit => {
    const { title } = loadProfile(found.name, '.');
    return {
      profile: found.name,
      title,
      accepted: found.control.outcome === 'accepted',
      control: found.control.message,
      differences: found.checks
        .filter(({ outcome }) => outcome === 'failed')
        .map(({ id, level, message }) => ({ id, level, message })),
      passed: found.summary.passed,
    };
  });
  return fits.sort(
    (a, b) =>
      Number(b.accepted) - Number(a.accepted) || distance(a) - distance(b) || b.passed - a.passed,
  );
}

/** A difference in what must be weighs more than one in what should be. */
function distance({ differences }: ProfileFit): number {
  return differences.reduce((sum, { level }) => sum + (level === 'MUST' ? 3 : 1), 0);
}
