import type {
  CheckResult,
  Level,
  Result,
  TargetResult,
  Verdict,
} from '../../schemas/generated/result.js';
import { InputProblem } from '../engine/input/input-problem.js';
import { countsWhenFailed } from '../engine/run/result/verdict.js';
import { verdictByOutcomes } from './by-outcomes.js';
import {
  choiceNotesOfRuns,
  interruptionNotes,
  profileNotes,
  targetNotes,
  toolNotes,
} from './comparison-notes.js';
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
      ...choiceNotesOfRuns(before, after).map(textOf),
      ...pairs.flatMap(([other, target]) =>
        profileNotes(other, target).map(({ text }) => `${target.name}: ${text}`),
      ),
      ...toolNotes(before, after).map(textOf),
      ...interruptionNotes(before, after).map(textOf),
    ],
    strict,
    regressed: targets.some(({ regressions }) => regressions.length > 0),
  };
}

function textOf({ text }: { text: string }): string {
  return text;
}

function nothingInCommon(before: readonly string[], after: readonly string[]): InputProblem {
  const named = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ') || 'none';
  return new InputProblem(
    'no-common-target',
    `the two results have no target in common: ${named(before)} before, ${named(after)} now`,
    { remedy: 'Targets are compared by name: give a target the same name in both runs.' },
  );
}

/** What became of one target from one result to a later one. */
export function compareTargets(
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
    notes: targetNotes(before, after).map(textOf),
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
