import type {
  CheckResult,
  Summary,
  TargetResult,
  Verdict,
} from '../../../schemas/generated/result.js';

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

/**
 * `non-conformant` when a MUST failed that is no known failure; else `inconclusive` when a control wasn't
 * accepted, a MUST can't be told, or the run ended before the last check.
 *
 * @param strict A failed SHOULD or MAY counts as a MUST.
 */
export function verdictOf(
  checks: readonly CheckResult[],
  { control, controls = {} }: Pick<TargetResult, 'control' | 'controls'>,
  strict: boolean,
): Verdict {
  const breaks = (check: CheckResult) =>
    check.outcome === 'failed' && !check.known && countsWhenFailed(check, strict);
  if (checks.some(breaks)) return 'non-conformant';
  if ([control, ...Object.values(controls)].some(({ outcome }) => outcome !== 'accepted'))
    return 'inconclusive';
  const isOpen = ({ outcome, level, notReached }: CheckResult) =>
    notReached === true || (outcome === 'cantTell' && level === 'MUST');
  return checks.some(isOpen) ? 'inconclusive' : 'conformant';
}
