import type {
  Basis,
  CheckResult,
  Level,
  Result,
  TargetResult,
  Verdict,
} from '../../schemas/generated/result.js';
import { InputProblem } from '../engine/input/input-problem.js';
import { countsWhenFailed } from '../engine/run/result/verdict.js';
import { verdictByOutcomes } from './by-outcomes.js';
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
  /** By the outcomes. */
  verdict: { before: Verdict; after: Verdict };
  /** The verdicts that the files state, where they are others. */
  stored: { before?: Verdict; after?: Verdict };
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
  /** How the target differs, but for its profile. */
  notes: string[];
}

/** Two results compared. */
export interface Comparison {
  targets: TargetComparison[];
  /** Names of the targets that only the later result has, and only the earlier one. */
  addedTargets: string[];
  goneTargets: string[];
  /** How the two runs differ: seed, depth and profiles first. */
  notes: string[];
  strict: boolean;
  /** True if some check regressed. */
  regressed: boolean;
}

/**
 * What changed from one result to a later one, target by target.
 *
 * @param strict A SHOULD or MAY that breaks is a regression too.
 * @throws InputProblem when they have no target in common: nothing can be said of such.
 */
export function compareResults(before: Result, after: Result, strict: boolean): Comparison {
  const earlier = new Map(before.targets.map((target) => [target.name, target]));
  const later = new Set(after.targets.map(({ name }) => name));
  const pairs = after.targets.flatMap((target): [TargetResult, TargetResult][] => {
    const other = earlier.get(target.name);
    return other ? [[other, target]] : [];
  });
  if (pairs.length === 0) throw nothingInCommon([...earlier.keys()], [...later]);
  const targets = pairs.map(([other, target]) => compareTargets(other, target, strict));
  return {
    targets,
    addedTargets: [...later].filter((name) => !earlier.has(name)),
    goneTargets: [...earlier.keys()].filter((name) => !later.has(name)),
    notes: [
      ...note('seed', before.run.seed, after.run.seed),
      ...note('depth', before.run.depth, after.run.depth),
      ...pairs.flatMap(([other, target]) => profileNotes(other, target)),
      ...runNotes(before, after),
    ],
    strict,
    regressed: targets.some(({ regressions }) => regressions.length > 0),
  };
}

function nothingInCommon(before: readonly string[], after: readonly string[]): InputProblem {
  const named = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ') || 'none';
  return new InputProblem(
    'no-common-target',
    `the two results have no target in common: ${named(before)} before, ${named(after)} now`,
    { remedy: 'Targets are compared by name: give a target the same name in both runs.' },
  );
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
    verdict: { before: verdictByOutcomes(before), after: verdictByOutcomes(after) },
    stored: {
      ...statedOtherwise('before', before),
      ...statedOtherwise('after', after),
    },
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

/** The verdict that a file states, if its outcomes come to another. */
function statedOtherwise(
  when: 'before' | 'after',
  target: TargetResult,
): TargetComparison['stored'] {
  const { verdict, storedVerdict = verdict } = target;
  return storedVerdict === verdictByOutcomes(target) ? {} : { [when]: storedVerdict };
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
    ...libraryFacts(before, after),
  ];
  return [
    ...facts.flatMap(([what, one, two]) => note(what, one, two)),
    ...(before.run.interrupted ? ['the earlier run was interrupted'] : []),
    ...(after.run.interrupted ? ['the later run was interrupted'] : []),
  ];
}

/** Versions of what makes the inputs: under another one, the same seed gives other inputs. */
function libraryFacts(before: Result, after: Result): [string, unknown, unknown][] {
  const { libraries: earlier = {} } = before.tool;
  const { libraries: later = {} } = after.tool;
  return Object.keys(later).map((name) => [`version of ${name}`, earlier[name], later[name]]);
}

/** The profiles under which a target was judged: another one asks for something else. */
function profileNotes(before: TargetResult, after: TargetResult): string[] {
  const notes =
    before.profile === after.profile
      ? // The same name with other values: its file or its overrides were changed.
        note(`profile ${after.profile}`, before.profileDigest, after.profileDigest)
      : note('profile', before.profile, after.profile);
  return notes.map((text) => `${after.name}: ${text}`);
}

function targetNotes(before: TargetResult, after: TargetResult): string[] {
  return [
    ...note('role', before.role, after.role),
    ...note('base URL', before.baseUrl, after.baseUrl),
    ...choiceNotes(before.basis, after.basis),
  ];
}

/** What else the two verdicts depend on. */
function choiceNotes(before: TargetResult['basis'], after: TargetResult['basis']): string[] {
  if (!before || !after) return [];
  const said = (patterns: readonly string[]) => patterns.join(', ') || 'none';
  const held = ({ shards }: Basis) =>
    shards === undefined ? 'none' : `${shards.held.join(', ')} of ${shards.count}`;
  return [
    ...note('strictness', word(before.strict), word(after.strict)),
    ...note('--only', said(before.only), said(after.only)),
    ...note('--skip', said(before.skip), said(after.skip)),
    ...note('choice of shards', held(before), held(after)),
  ];
}

function word(strict: boolean): string {
  return strict ? 'strict' : 'lenient';
}

function note(what: string, one: unknown, two: unknown): string[] {
  if (one === two || one === undefined || two === undefined) return [];
  const digests = [one, two].every((value) => String(value).startsWith('sha256:'));
  return [digests ? `the ${what} was changed` : `another ${what}: ${one} before, ${two} now`];
}
