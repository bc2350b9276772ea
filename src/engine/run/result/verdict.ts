import type {
  CheckResult,
  Summary,
  TargetResult,
  Verdict,
} from '../../../../schemas/generated/result.js';

/** Counts of checks by outcome; a failed SHOULD or MAY is a warning. */
export function summarize(checks: readonly CheckResult[]): Summary {
  const count = (outcome: CheckResult['outcome']) =>
    checks.filter((check) => check.outcome === outcome).length;
  const failed = checks.filter((check) => check.outcome === 'failed');
  return {
    passed: count('passed'),
    failed: failed.filter((check) => check.level === 'MUST').length,
    warnings: failed.filter((check) => check.level !== 'MUST').length,
    cantTell: count('cantTell'),
    inapplicable: count('inapplicable'),
    untested: count('untested'),
  };
}

/** True for a check whose failure makes a target non-conformant: a MUST; with `strict` every one. */
export function countsWhenFailed({ level }: Pick<CheckResult, 'level'>, strict: boolean): boolean {
  return strict || level === 'MUST';
}

/** What a verdict depends on besides the outcomes of the checks. */
export type VerdictGrounds = Pick<TargetResult, 'control' | 'controls' | 'basis'>;

/**
 * `non-conformant` when a MUST failed that is no known failure; else `inconclusive` when a control wasn't
 * accepted or couldn't be read, a MUST can't be told, the run ended before the last check, nothing passed,
 * MUSTs were chosen and none of them passed, or shards were merged that aren't all.
 *
 * @param strict A failed SHOULD or MAY counts as a MUST.
 */
export function verdictOf(
  checks: readonly CheckResult[],
  grounds: VerdictGrounds,
  strict: boolean,
): Verdict {
  const breaks = (check: CheckResult) =>
    check.outcome === 'failed' && !check.known && countsWhenFailed(check, strict);
  if (checks.some(breaks)) return 'non-conformant';
  return whyInconclusive(checks, grounds) === undefined ? 'conformant' : 'inconclusive';
}

/** Why a target that broke nothing isn't conformant either, in words; undefined if it is. */
export function whyInconclusive(
  checks: readonly CheckResult[],
  { control, controls = {}, basis }: VerdictGrounds,
): string | undefined {
  const doubtful = [control, ...Object.values(controls)].find(
    ({ outcome, unreadable }) => outcome !== 'accepted' || unreadable,
  );
  if (doubtful) return doubtful.message;
  const isOpen = ({ outcome, level, notReached }: CheckResult) =>
    notReached === true || (outcome === 'cantTell' && level === 'MUST');
  const open = checks.filter(isOpen).length;
  if (open > 0) return `${open} ${open === 1 ? 'check' : 'checks'} could not judge`;
  const passed = checks.filter(({ outcome }) => outcome === 'passed');
  if (passed.length === 0) return 'no check passed';
  const isMust = ({ level }: CheckResult) => level === 'MUST';
  if (checks.some(isMust) && !passed.some(isMust)) return 'no MUST passed';
  const { count = 0, held = [], merged } = basis?.shards ?? {};
  return merged && held.length < count ? 'some shards of the run are missing' : undefined;
}
