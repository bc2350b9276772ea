import type { Suites } from '../checks/suites.js';
import type { RunPlan, TargetPlan } from '../plan/plan.js';
import { loadProfile, shippedProfiles } from '../profile/profile.js';
import { Asking, requestsOf } from './asking.js';
import { findPath } from './find-path.js';
import { type ProfileFit, rank } from './fit.js';
import { askedAlike, fitOf } from './fit-of.js';
import { judgeBy } from './judge-by.js';
import { sampleRefusals } from './sample-refusals.js';
import { tellApart } from './tell-apart.js';

/** No target is asked more to find its profile. */
const mostRequests = 60;

/** Of them, so many are kept for what a valid request alone doesn't show. */
const keptForChecks = 24;

/**
 * Names the shipped profiles by how well each describes a target. First its token service is looked for, at its own
 * paths and at those of the profiles; there the valid request of each profile is sent, once for all that have the
 * same. One set of refusals is then judged by every profile whose request is accepted, and what is left of the
 * requests goes to checks that tell those apart which fit equally well.
 *
 * @returns the profiles, the closest first: fewest differences (a MUST counts for three), then the one whose own path
 * it is, then the one that was confirmed in most
 */
export async function detectProfiles(
  suites: Suites,
  target: TargetPlan,
  seed: number,
): Promise<ProfileFit[]> {
  const most = detectRequests(target);
  const planOf = (targets: TargetPlan[]): RunPlan => ({
    ...{ suites, targets, seed, depth: 'quick', only: [], skip: [], replay: [] },
  });
  const asking = new Asking(limited(target, Math.max(1, most - keptForChecks)));
  try {
    const shipped = shippedProfiles()
      .map((name) => planUnder(target, name))
      .filter(({ profile }) => profile.services['token-b2b'].offered);
    const path = await findPath(asking, target, shipped);
    const plans = shipped.map(({ name }) => planUnder(target, name, path));
    for (const request of plans.flatMap(requestsOf)) await asking.ask(path, request);
    const fits = plans.map((plan, index) => fitOf(suites, asking, plan, shipped[index] ?? plan));
    const accepted = plans.filter((_, index) => fits[index]?.accepted);
    const own = planUnder(target, target.profile.name, path, target.profile);
    const base = accepted.find(({ name }) => name === own.name) ?? accepted[0] ?? own;
    const sampled = await sampleRefusals(planOf([limited(base, most - asking.requests)]));
    const judged = fits.map((fit, index): ProfileFit => {
      const plan = plans[index] ?? own;
      // What may be mended, as a clock, is tried with the control of the run.
      const mended = accepted.length === 0 && askedAlike(plan, own);
      const met = mended ? { ...fit, ...sampled.control } : fit;
      return met.accepted ? judgeBy(suites, plan, sampled.seen, met) : met;
    });
    const left = most - asking.requests - sampled.requests;
    return await tellApart(rank(judged), plans, planOf, left);
  } finally {
    await asking.close();
  }
}

/** The most requests that {@link detectProfiles} sends. */
export function detectRequests({ limits }: TargetPlan): number {
  return Math.min(mostRequests, limits.maxRequests ?? mostRequests);
}

/** The target under a shipped profile, at its path or at another. */
function planUnder(
  target: TargetPlan,
  name: string,
  path?: string,
  profile = loadProfile(name, '.', undefined, undefined, target.role),
): TargetPlan {
  if (path === undefined) return { ...target, name, profile };
  const { otherPaths: _, ...settings } = profile.services['token-b2b'];
  const services = { ...profile.services, 'token-b2b': { ...settings, path } };
  return { ...target, name, profile: { ...profile, services } };
}

function limited(plan: TargetPlan, maxRequests: number): TargetPlan {
  return { ...plan, limits: { ...plan.limits, maxRequests } };
}
