import type { Cause, CheckResult, TargetResult } from '../../schemas/generated/result.js';

/** The failed checks of a target that have one cause. */
export interface Explained {
  cause: Cause;
  checks: CheckResult[];
}

/** The causes of a target with their checks, those that the baseline lists left out; what weighs most first. */
export function explainedOf({ causes = [], checks }: TargetResult): Explained[] {
  const failed = new Map(
    checks
      .filter(({ outcome, known }) => outcome === 'failed' && known === undefined)
      .map((check) => [check.id, check]),
  );
  return causes.flatMap((cause) => {
    const own = cause.checks.flatMap((id) => failed.get(id) ?? []);
    return own.length === 0 ? [] : [{ cause, checks: own }];
  });
}

/** The cause of a check, in words; undefined if it has none that is known. */
export function causeOf(
  { causes = [] }: TargetResult,
  { id }: Pick<CheckResult, 'id'>,
): string | undefined {
  return causes.find(({ checks }) => checks.includes(id))?.message;
}
