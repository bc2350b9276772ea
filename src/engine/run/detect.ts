import type { CheckResult } from '../../../schemas/generated/result.js';
import type { Profile } from '../../../schemas/resolved.js';
import { say } from '../../messages/message.js';
import { render } from '../../messages/render.js';
import { servedPaths } from '../../protocol/served-paths.js';
import { distinguishingChecks, type Sharing } from '../catalogue/distinguishing-checks.js';
import type { Suites } from '../checks/suites.js';
import { effortAt } from '../plan/effort.js';
import type { RunPlan, TargetPlan } from '../plan/plan.js';
import { loadProfile, shippedProfiles } from '../profile/profile.js';
import { TargetState } from '../session/target-state.js';
import { askForToken, formsAsked } from '../session/tokens/ask-for-token.js';
import { forecastRun } from './forecast-run.js';
import { run } from './run.js';

/** How well a shipped profile describes a target. */
export interface ProfileFit {
  profile: string;
  title: string;
  /** Where the target was asked: its own path, or another that its profile has. */
  path: string;
  /** False if the target refuses the valid request as this profile has it. */
  accepted: boolean;
  /** The finding on the control. */
  control: string;
  /** Where the target differs from the profile: failed checks. */
  differences: Pick<CheckResult, 'id' | 'level' | 'message'>[];
  /** Checks that the target passed. */
  passed: number;
}

/** What became of one valid token request. */
interface Asked {
  accepted: boolean;
  /** What came back, in words. */
  message: string;
}

/** Sends the control and nothing else. */
const controlAlone = 'token-b2b/response/status';

/**
 * Holds a target against every shipped profile, each at the target's own path, or at another one that its profile has. The valid request is sent
 * once for all profiles that have the same; then the checks that tell profiles apart, at depth `quick`, each
 * once for all profiles that say the same of it.
 *
 * @returns the profiles, the closest first: fewest differences (a MUST counts for three), then the one
 * that was confirmed in most
 */
export async function detectProfiles(
  suites: Suites,
  target: TargetPlan,
  seed: number,
): Promise<ProfileFit[]> {
  const { all, asked, requests } = await askAtEachPath(suites, target);
  const accepted = all.filter(({ name }) => asked.get(name)?.accepted);
  const sharings = sharingsOf(suites, all, accepted);
  const targets = withChecks(accepted, sharings, requests);
  const done =
    targets.length === 0
      ? []
      : (await run(planOf(suites, targets, seed), { targetsAtOnce: 1 })).targets;
  const results = new Map(done.map(({ name, checks }) => [name, byId(checks)]));
  const fits = all.map(({ name, profile }): ProfileFit => {
    const checks = [...(sharings.get(name) ?? [])].flatMap(
      ([id, under]) => results.get(under)?.get(id) ?? [],
    );
    const { accepted = false, message = '' } = asked.get(name) ?? {};
    return {
      profile: name,
      title: profile.title,
      path: profile.services['token-b2b'].path,
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
export function detectRequests(suites: Suites, target: TargetPlan): number {
  const paths = servedPaths(target.profile.services['token-b2b']);
  const all = targetsOf(target, paths[0]);
  const asked = requestsAsked(all) * paths.length;
  const plan = planOf(suites, withChecks(all, sharingsOf(suites, all, all), asked), 0);
  return forecastRun(plan).reduce((sum, { requests }) => sum + requests, asked);
}

/** Valid requests that are sent first, if each form of each has to be tried. */
function requestsAsked(all: readonly TargetPlan[]): number {
  const groups = new Map(all.map((each) => [requestOf(each.profile), formsAsked(each.profile)]));
  return [...groups.values()].reduce((sum, forms) => sum + forms, 0);
}

/** Asks at the target's own path, and at the others that its profile has until one profile's request is accepted. */
async function askAtEachPath(
  suites: Suites,
  target: TargetPlan,
): Promise<{ all: TargetPlan[]; asked: Map<string, Asked>; requests: number }> {
  const tried: { all: TargetPlan[]; asked: Map<string, Asked> }[] = [];
  let requests = 0;
  for (const path of servedPaths(target.profile.services['token-b2b'])) {
    const all = targetsOf(target, path);
    const asked = await askAll(all);
    requests += requestsAsked(all);
    if ([...asked.values()].some(({ accepted }) => accepted)) return { all, asked, requests };
    tried.push({ all, asked });
  }
  const [own] = tried;
  if (!own) throw new Error('a service has a path');
  return { all: own.all, asked: await askAgain(suites, target, own), requests };
}

function targetsOf(target: TargetPlan, path: string | undefined): TargetPlan[] {
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
async function askAll(all: readonly TargetPlan[]): Promise<Map<string, Asked>> {
  const groups = new Map<string, Asked>();
  for (const each of all) {
    const request = requestOf(each.profile);
    if (!groups.has(request)) groups.set(request, await ask(each));
  }
  const missing: Asked = { accepted: false, message: '' };
  return new Map(all.map(({ name, profile }) => [name, groups.get(requestOf(profile)) ?? missing]));
}

/** What may be mended, as a clock, is tried under the profile that the user named, if no request is accepted. */
async function askAgain(
  suites: Suites,
  target: TargetPlan,
  { all, asked }: { all: readonly TargetPlan[]; asked: ReadonlyMap<string, Asked> },
): Promise<Map<string, Asked>> {
  const { targets } = await run(planOf(suites, [{ ...target, only: [controlAlone] }], 0));
  const control = targets[0]?.control;
  if (!control) return new Map(asked);
  const found = { accepted: control.outcome === 'accepted', message: control.message };
  const named = requestOf(target.profile);
  return new Map(
    [...asked].map(([name, before]) => {
      const profile = all.find((each) => each.name === name)?.profile;
      return [name, profile && requestOf(profile) === named ? found : before];
    }),
  );
}

/** Asks for a token as the profile has it, once in each of its forms, and tries nothing else. */
async function ask(target: TargetPlan): Promise<Asked> {
  const state = new TargetState(target);
  try {
    const { granted, answer, said } = await askForToken(state);
    const outcome = granted
      ? say('run/control/accepted', { answer: said })
      : answer
        ? say('run/control/refused', { answer: said })
        : say('run/control/no-answer', { why: said });
    return { accepted: granted !== undefined, message: render(outcome) };
  } finally {
    await state.close();
  }
}

function sharingsOf(
  suites: Suites,
  all: readonly TargetPlan[],
  accepted: readonly TargetPlan[],
): Map<string, Sharing> {
  const profiles = (targets: readonly TargetPlan[]) => targets.map(({ profile }) => profile);
  return distinguishingChecks(suites, profiles(all), profiles(accepted));
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
    // The share is a limit, not a budget to fit: what is left out counts for no profile.
    const limits = { ...target.limits, maxRequests: share };
    return { ...target, limits, effort: effortAt.quick };
  });
}

function planOf(suites: Suites, targets: TargetPlan[], seed: number): RunPlan {
  return {
    suites,
    targets,
    seed,
    depth: 'quick',
    only: ['token-b2b/*'],
    skip: [],
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
