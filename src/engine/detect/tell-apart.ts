import { distinguishingChecks } from '../catalogue/distinguishing-checks.js';
import { effortAt } from '../plan/effort.js';
import type { RunPlan, TargetPlan } from '../plan/plan.js';
import { runTarget } from '../run/run-target.js';
import { foremost, type ProfileFit, rank } from './fit.js';

/** Fewer requests than that make no check with the controls around it. */
const least = 4;

/**
 * Ranks the first of a ranking anew, if they are several, by checks that profiles say differently and that messages
 * alone don't show: each once for all that say the same of it.
 *
 * @param most Requests that are left.
 */
export async function tellApart(
  ranked: readonly ProfileFit[],
  plans: readonly TargetPlan[],
  planOf: (targets: TargetPlan[]) => RunPlan,
  most: number,
): Promise<ProfileFit[]> {
  const names = new Set(foremost(ranked).map(({ profile }) => profile));
  if (names.size < 2 || most < least) return [...ranked];
  const tied = plans.filter(({ name }) => names.has(name));
  const { suites } = planOf([]);
  const profiles = tied.map(({ profile }) => profile);
  const sharings = distinguishingChecks(suites, profiles, profiles);
  const judging = new Set(suites.checks().flatMap(({ id, check }) => (check.judges ? [id] : [])));
  const results = new Map<string, Awaited<ReturnType<typeof runTarget>>['checks']>();
  let left = most;
  for (const plan of tied) {
    const only = [...(sharings.get(plan.name) ?? [])].flatMap(([id, under]) =>
      under === plan.name && !judging.has(id) ? [id] : [],
    );
    if (only.length === 0 || left < least) continue;
    const limits = { ...plan.limits, maxRequests: left };
    const { checks, status } = await runTarget(
      { ...planOf([plan]), only },
      { ...plan, limits, effort: effortAt.quick },
    );
    left -= status.requests;
    results.set(plan.name, checks);
  }
  return rank(
    ranked.map((fit): ProfileFit => {
      if (!names.has(fit.profile)) return fit;
      const checks = [...(sharings.get(fit.profile) ?? [])].flatMap(
        ([id, under]) => results.get(under)?.find((check) => check.id === id) ?? [],
      );
      const failed = checks.filter(({ outcome }) => outcome === 'failed');
      return {
        ...fit,
        differences: [
          ...fit.differences,
          ...failed.map(({ id, level, message }) => ({ id, level, message })),
        ],
        passed: fit.passed + checks.filter(({ outcome }) => outcome === 'passed').length,
      };
    }),
  );
}
