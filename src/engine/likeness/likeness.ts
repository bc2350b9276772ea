import { isDeepStrictEqual } from 'node:util';
import type { CheckResult, Exchange } from '../../../schemas/generated/result.js';
import type { Profile } from '../../../schemas/resolved.js';
import { render } from '../../messages/render.js';
import { whatItSays } from '../catalogue/what-it-says.js';
import type { PlacedCheck, Suites } from '../checks/suites.js';
import { valueAt } from '../input/json-pointer.js';
import type { TargetPlan } from '../plan/plan.js';
import { loadProfile, shippedProfiles } from '../profile/profile.js';
import { OtherProfile, type Seen } from './other-profile.js';

/** How much of what a target fails under its own profile another one explains. */
export interface Likeness {
  profile: string;
  /** The token service answers at the path that this profile has, and not the standard. */
  ownPath: boolean;
  /** Failed checks that the evidence keeps under the other profile. */
  kept: string[];
  /** Failed checks that the other profile doesn't ask for. */
  notAsked: string[];
  /** Checks over messages that fail under the other profile alone. */
  broken: string[];
  /** Failed checks that say something else under some shipped profile. */
  differences: number;
}

/** What a run of one target leaves behind. */
export interface Found extends Seen {
  suites: Suites;
  target: TargetPlan;
  checks: readonly CheckResult[];
  exchanges: readonly Exchange[];
}

/** Fewer failures that a profile could explain don't say which a target follows. */
const leastDifferences = 3;

/**
 * Holds what a target failed against each other shipped profile, by the messages that were seen of it. Sends nothing.
 *
 * @returns nothing where too little failed that profiles say differently
 */
export function likenesses(found: Found): Likeness[] {
  const { suites, target, checks } = found;
  const failed = new Set(checks.flatMap(({ id, outcome }) => (outcome === 'failed' ? [id] : [])));
  const placed = suites.checks().filter(({ id }) => failed.has(id));
  if (placed.length < leastDifferences) return [];
  const others = shippedAs(target.role)
    .filter(({ name }) => name !== target.profile.name)
    .map((profile) => ({ ...target, profile }));
  const differing = placed.filter((each) =>
    others.some(({ profile }) => saysOtherwise(found, each, profile)),
  );
  if (differing.length < leastDifferences) return [];
  return others.map((plan) => likenessTo(found, plan, differing, failed));
}

function likenessTo(
  found: Found,
  plan: TargetPlan,
  differing: readonly PlacedCheck[],
  failed: ReadonlySet<string>,
): Likeness {
  const other = new OtherProfile(found.suites, plan, found);
  const judged = new Map(other.judged().map((each) => [each.id, each]));
  const kept: string[] = [];
  const notAsked: string[] = [];
  for (const placed of differing) {
    const { id, check } = placed;
    if (!saysOtherwise(found, placed, plan.profile)) continue;
    if (!other.asks(placed)) notAsked.push(id);
    else if (check.judges) {
      const as = judged.get(id);
      if (as && !as.broken) kept.push(id);
    } else if (leavesOut(found, other, placed)) kept.push(id);
  }
  const broken = [...judged.values()].filter((each) => each.broken && !failed.has(each.id));
  const pathOf = (profile: Profile | undefined) => profile?.services['token-b2b'].path;
  const path = pathOf(plan.profile);
  const standard = shippedAs(plan.role).find(({ name }) => name === 'snap-bi');
  return {
    profile: plan.profile.name,
    ownPath: path === pathOf(found.target.profile) && path !== pathOf(standard),
    ...{ kept, notAsked },
    broken: broken.map(({ id }) => id),
    differences: differing.length,
  };
}

/** Loaded once for all targets: many of them may fail. */
const shipped = new Map<TargetPlan['role'], Profile[]>();

/** The shipped profiles, as they are for who hosts the endpoint. */
function shippedAs(role: TargetPlan['role']): readonly Profile[] {
  const known = shipped.get(role);
  if (known) return known;
  const loaded = shippedProfiles().map((name) =>
    loadProfile(name, '.', undefined, undefined, role),
  );
  shipped.set(role, loaded);
  return loaded;
}

function saysOtherwise({ suites, target }: Found, { id }: PlacedCheck, profile: Profile): boolean {
  const requirement = suites.catalogue.get(id);
  if (!requirement) throw new RangeError(id);
  const settings = suites.settingsOf(id);
  return (
    whatItSays(requirement, profile, settings) !== whatItSays(requirement, target.profile, settings)
  );
}

/**
 * True if what was refused, though it must be accepted, is nothing that the other profile has accepted: it states
 * values of its own for the check, and sends something else. Of what was granted, though it must be refused, the like
 * can't be said: another limit is broken as well.
 */
function leavesOut(found: Found, other: OtherProfile, placed: PlacedCheck): boolean {
  const { id, check, area } = placed;
  if (check.refuses) return false;
  const valuesOf = ({ services }: Profile) =>
    (check.settings ?? []).map((pointer) => valueAt(services[area.service.adapter.id], pointer));
  const own = valuesOf(found.target.profile);
  const changed = valuesOf(other.plan.profile).filter(
    (value, index) => !isDeepStrictEqual(value, own[index]),
  );
  if (changed.some((value) => value === undefined || value === 'unspecified')) return false;
  const inputs = other.inputs(placed).map((name) => render(name));
  const evidence = new Set(found.checks.find((each) => each.id === id)?.exchanges);
  const sent = found.exchanges.find(
    (exchange) => evidence.has(exchange.id) && exchange.purpose === 'probe',
  )?.mutation?.name;
  return sent !== undefined && inputs.length > 0 && !inputs.includes(sent);
}
