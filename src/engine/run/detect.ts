import type { CheckResult } from '../../../schemas/generated/result.js';
import type { Profile } from '../../../schemas/resolved.js';
import { distinguishingChecks, type Sharing } from '../catalogue/distinguishing-checks.js';
import type { RunPlan, TargetPlan } from '../plan/plan.js';
import { loadProfile, shippedProfiles } from '../profile/profile.js';
import { type Asked, askForToken, formsAsked } from '../session/ask-for-token.js';
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

/** Sends the control and nothing else. */
const controlAlone = 'token-b2b/response/status';

/**
 * Holds a target against every shipped profile, each at the target's own path. The valid request is sent
 * once for all profiles that have the same; then the checks that tell profiles apart, at depth `quick`, each
 * once for all profiles that say the same of it.
 *
 * @returns the profiles, the closest first: fewest differences (a MUST counts for three), then the one
 * that was confirmed in most
 */
export async function detectProfiles(target: TargetPlan, seed: number): Promise<ProfileFit[]> {
  const all = targetsOf(target);
  const asked = await askAll(target, all);
  const accepted = all.filter(({ name }) => asked.get(name)?.accepted);
  const sharings = await sharingsOf(all, accepted, seed);
  const targets = withChecks(accepted, sharings, requestsAsked(all));
  const done = targets.length === 0 ? [] : (await run(planOf(targets, seed))).result.targets;
  const results = new Map(done.map(({ name, checks }) => [name, byId(checks)]));
  const fits = all.map(({ name, profile }): ProfileFit => {
    const checks = [...(sharings.get(name) ?? [])].flatMap(
      ([id, under]) => results.get(under)?.get(id) ?? [],
    );
    const { accepted = false, message = '' } = asked.get(name) ?? {};
    return {
      profile: name,
      title: profile.title,
      accepted,
      control: message,
      differences: checks
        .filter(({ outcome }) => outcome === 'failed')
        .map(({ id, level, message }) => ({ id, level, message })),
      passed: checks.filter(({ outcome }) => outcome === 'passed').length,
    };
  });
  return fits.sort(
    (a, b) =>
      Number(b.accepted) - Number(a.accepted) || distance(a) - distance(b) || b.passed - a.passed,
  );
}

/**
 * How many requests {@link detectProfiles} sends to a target that accepts the valid request of every profile
 * and whatever else it must; a refusal of that is made sure of by some more.
 */
export async function detectRequests(target: TargetPlan, seed: number): Promise<number> {
  const all = targetsOf(target);
  const asked = requestsAsked(all);
  const sharings = await sharingsOf(all, all, seed);
  const plan = planOf(withChecks(all, sharings, asked), seed);
  const { reports } = await run({ ...plan, dryRun: true });
  return reports.reduce((sum, { planned = 0 }) => sum + planned, asked);
}

/** Valid requests that are sent first, where each form of each has to be tried. */
function requestsAsked(all: readonly TargetPlan[]): number {
  const groups = new Map(all.map((each) => [requestOf(each.profile), formsAsked(each).length]));
  return [...groups.values()].reduce((sum, forms) => sum + forms, 0);
}

function targetsOf(target: TargetPlan): TargetPlan[] {
  const { path } = target.profile.services['token-b2b'];
  const overrides = { services: { 'token-b2b': { path } }, file: target.name, pointer: '' };
  return shippedProfiles()
    .map((name) => ({
      ...target,
      name,
      profile: loadProfile(name, '.', overrides, undefined, target.role),
    }))
    .filter(({ profile }) => profile.services['token-b2b'].offered);
}

/** What the valid request is made of: profiles that have it the same share one. */
function requestOf({ services }: Profile): string {
  const { timestamp, grantType, signature } = services['token-b2b'];
  const { accept, alternatives } = timestamp;
  const forms = alternatives ? accept : accept[0];
  return JSON.stringify([forms, grantType.member, grantType.value, signature.encoding]);
}

/** What became of the valid request of each profile, by its name. */
async function askAll(target: TargetPlan, all: readonly TargetPlan[]): Promise<Map<string, Asked>> {
  const groups = new Map<string, Asked>();
  for (const each of all) {
    const request = requestOf(each.profile);
    if (!groups.has(request)) groups.set(request, await askForToken(each));
  }
  if (![...groups.values()].some(({ accepted }) => accepted)) {
    // What may be mended, as a clock, is tried under the profile that the user named.
    const { result } = await run(planOf([{ ...target, only: [controlAlone] }], 0));
    const control = result.targets[0]?.control;
    if (control)
      groups.set(requestOf(target.profile), {
        accepted: control.outcome === 'accepted',
        message: control.message,
      });
  }
  const missing: Asked = { accepted: false, message: '' };
  return new Map(all.map(({ name, profile }) => [name, groups.get(requestOf(profile)) ?? missing]));
}

async function sharingsOf(
  all: readonly TargetPlan[],
  accepted: readonly TargetPlan[],
  seed: number,
): Promise<Map<string, Sharing>> {
  const { reports } = await run({ ...planOf(all.slice(0, 1), seed), dryRun: true });
  const settings = new Map(reports.map(({ check, settings = [] }) => [check.id, settings]));
  const profiles = (targets: readonly TargetPlan[]) => targets.map(({ profile }) => profile);
  return distinguishingChecks(profiles(all), profiles(accepted), settings);
}

/** Each target with the checks that are run on it, and its share of the budget. */
function withChecks(
  targets: readonly TargetPlan[],
  sharings: ReadonlyMap<string, Sharing>,
  asked: number,
): TargetPlan[] {
  const chosen = targets.map((target) => ({
    ...target,
    only: [...(sharings.get(target.name) ?? [])]
      .filter(([, under]) => under === target.name)
      .map(([id]) => id),
  }));
  const running = chosen.filter(({ only }) => only.length > 0);
  return running.map((target) => {
    const { maxRequests } = target.limits;
    if (maxRequests === null) return target;
    const share = Math.max(1, Math.floor((maxRequests - asked) / running.length));
    return { ...target, limits: { ...target.limits, maxRequests: share } };
  });
}

function planOf(targets: TargetPlan[], seed: number): RunPlan {
  return {
    targets,
    seed,
    depth: 'quick',
    only: ['token-b2b/*'],
    skip: [],
    dryRun: false,
    replay: [],
  };
}

function byId(checks: readonly CheckResult[]): Map<string, CheckResult> {
  return new Map(checks.map((check) => [check.id, check]));
}

/** A difference in what must be weighs more than one in what should be. */
function distance({ differences }: ProfileFit): number {
  return differences.reduce((sum, { level }) => sum + (level === 'MUST' ? 3 : 1), 0);
}
