import type { CheckResult, Result } from '../../schemas/generated/result.js';
import { verdictOf } from '../engine/run/result/verdict.js';
import type { BaselineEntry, LoadedBaseline } from './baseline.js';
import { type KnownChecks, stateOf } from './baseline-state.js';

/** How a baseline is applied to a run. */
export interface BaselineContext {
  /** Failed SHOULDs count as failures. */
  strict: boolean;
  /** Names of all targets of the config; undefined when there is none. */
  targets?: readonly string[] | undefined;
  /** The requirements that an entry may name; by default the shipped ones. */
  catalogue?: KnownChecks | undefined;
}

/**
 * The result with its known failures marked, with verdicts that ignore them, and with the entries that fail
 * the run in `run.baseline`. Outcomes and counts stay as they are.
 */
export function applyBaseline(
  result: Result,
  { file, known }: LoadedBaseline,
  { strict, targets, catalogue }: BaselineContext,
): Result {
  const states = known.map((entry) => ({
    entry,
    ...stateOf(entry, { result, targets, catalogue }),
  }));
  const holding = states.filter(({ state }) => state === 'holds').map(({ entry }) => entry);
  const told = (wanted: 'stale' | 'expired') =>
    states.flatMap((each) =>
      each.state === wanted
        ? [{ target: each.entry.target, check: each.entry.check, message: each.message }]
        : [],
    );
  return {
    ...result,
    run: { ...result.run, baseline: { file, stale: told('stale'), expired: told('expired') } },
    targets: result.targets.map((target) => {
      const checks = target.checks.map((check) =>
        marked(
          check,
          holding.find((entry) => entry.target === target.name && entry.check === check.id),
        ),
      );
      return { ...target, checks, verdict: verdictOf(checks, target, strict) };
    }),
  };
}

function marked(check: CheckResult, entry: BaselineEntry | undefined): CheckResult {
  if (!entry) return check;
  const { target: _target, check: _check, input: _input, ...known } = entry;
  return { ...check, known };
}
