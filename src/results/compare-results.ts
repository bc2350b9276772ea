import type {
  CheckResult,
  Level,
  Result,
  TargetResult,
  Verdict,
} from '../../schemas/generated/result.js';
import { countsWhenFailed } from '../engine/run/verdict.js';
import { type Difference, differences } from './differences.js';

/** A check whose outcome changed. */
export interface CheckChange {
  id: string;
  /** The later result's. */
  level: Level;
  before: CheckResult['outcome'];
  after: CheckResult['outcome'];
  /** The later outcome's. */
  message: string;
}

/** A check that only one of the results has. */
export type LoneCheck = Pick<CheckResult, 'id' | 'level' | 'outcome'>;

/** What became of a target from one result to the next. */
export interface TargetComparison {
  name: string;
  verdict: { before: Verdict; after: Verdict };
  /** Failed before and pass now. */
  fixed: CheckChange[];
  /** Fail now and didn't before, or passed before and are `cantTell` now. */
  broken: CheckChange[];
  /** All other outcomes that changed. */
  changed: CheckChange[];
  /** Those of `broken` that count: they passed before and their level is MUST, or any level if strict. */
  regressions: string[];
  added: LoneCheck[];
  gone: LoneCheck[];
  dialect: Difference[];
  /** How the two runs differ. */
  notes: string[];
}

/** Two results compared. */
export interface Comparison {
  targets: TargetComparison[];
  /** Names of the targets that only the later result has, and only the earlier one. */
  addedTargets: string[];
  goneTargets: string[];
  notes: string[];
  /** True if some check regressed. */
  regressed: boolean;
}

/**
 * What changed from one result to a later one, target by target.
 *
 * @param strict A SHOULD or MAY that breaks is a regression too.
 */
export function compareResults(before: Result, after: Result, strict: boolean): Comparison {
  const earlier = new Map(before.targets.map((target) => [target.name, target]));
  const later = new Set(after.targets.map(({ name }) => name));
  const targets = after.targets.flatMap((target) => {
    const other = earlier.get(target.name);
    return other ? [compareTargets(other, target, strict)] : [];
  });
  return {
    targets,
    addedTargets: [...later].filter((name) => !earlier.has(name)),
    goneTargets: [...earlier.keys()].filter((name) => !later.has(name)),
    notes: runNotes(before, after),
    regressed: targets.some(({ regressions }) => regressions.length > 0),
  };
}

function compareTargets(
  before: TargetResult,
  after: TargetResult,
  strict: boolean,
): TargetComparison {
  const earlier = new Map(before.checks.map((check) => [check.id, check]));
  const later = new Set(after.checks.map(({ id }) => id));
  const changes = after.checks.flatMap(({ id, level, outcome, message }): CheckChange[] => {
    const was = earlier.get(id)?.outcome;
    return was === undefined || was === outcome
      ? []
      : [{ id, level, before: was, after: outcome, message }];
  });
  const broken = changes.filter(isBreak);
  const fixed = changes.filter((change) => change.before === 'failed' && change.after === 'passed');
  return {
    name: after.name,
    verdict: { before: before.verdict, after: after.verdict },
    fixed,
    broken,
    changed: changes.filter((change) => !broken.includes(change) && !fixed.includes(change)),
    regressions: broken
      .filter((change) => change.before === 'passed' && countsWhenFailed(change, strict))
      .map(({ id }) => id),
    added: after.checks.filter(({ id }) => !earlier.has(id)).map(lone),
    gone: before.checks.filter(({ id }) => !later.has(id)).map(lone),
    dialect: differences(withoutTimes(before.dialect), withoutTimes(after.dialect)),
    notes: targetNotes(before, after),
  };
}

/** Times differ in each run, and say nothing about the target's behaviour. */
function withoutTimes(dialect: TargetResult['dialect']): TargetResult['dialect'] {
  return Object.fromEntries(Object.entries(dialect).filter(([name]) => !/\blatency\b/.test(name)));
}

function isBreak({ before, after }: CheckChange): boolean {
  return after === 'failed' || (before === 'passed' && after === 'cantTell');
}

function lone({ id, level, outcome }: CheckResult): LoneCheck {
  return { id, level, outcome };
}

function runNotes(before: Result, after: Result): string[] {
  const facts: [string, unknown, unknown][] = [
    ['version of the tool', before.tool.version, after.tool.version],
    ['catalogue of requirements', before.run.catalogueDigest, after.run.catalogueDigest],
    ['depth', before.run.depth, after.run.depth],
  ];
  return [
    ...facts.flatMap(([what, one, two]) => note(what, one, two)),
    ...(before.run.interrupted ? ['the earlier run was interrupted'] : []),
    ...(after.run.interrupted ? ['the later run was interrupted'] : []),
  ];
}

function targetNotes(before: TargetResult, after: TargetResult): string[] {
  return [
    ...note('profile', before.profile, after.profile),
    // The same name with other values: its file or its overrides were changed.
    ...(before.profile === after.profile
      ? note(`profile ${after.profile}`, before.profileDigest, after.profileDigest)
      : []),
    ...note('role', before.role, after.role),
    ...note('base URL', before.baseUrl, after.baseUrl),
  ];
}

function note(what: string, one: unknown, two: unknown): string[] {
  if (one === two || one === undefined || two === undefined) return [];
  const digests = [one, two].every((value) => String(value).startsWith('sha256:'));
  return [digests ? `the ${what} was changed` : `another ${what}: ${one} before, ${two} now`];
}
