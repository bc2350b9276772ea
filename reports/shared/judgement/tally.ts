import type { CheckResult, TargetResult } from '../../../schemas/generated/result.js';

/** What the checks of a target came to, as its head tells it. */
export interface Tally {
  /** How many were judged: they passed or failed. */
  judged: number;
  /** Those that make the target non-conformant. */
  broken: CheckResult[];
  /** How many more failed, and don't change the verdict: recommendations. */
  notFollowed: number;
  /** How many failures the baseline lists. */
  known: number;
  /** How many MUSTs were tested and can't be told. */
  unclear: number;
  /** How many the run ended before. */
  notReached: number;
  /** How many were not tested, for whatever reason. */
  untested: number;
}

/** Counts the checks of a target. */
export function tallyOf({ checks, basis }: Pick<TargetResult, 'checks' | 'basis'>): Tally {
  const count = (fits: (check: CheckResult) => boolean | undefined) => checks.filter(fits).length;
  const failed = checks.filter(({ outcome }) => outcome === 'failed');
  const unlisted = failed.filter(({ known }) => known === undefined);
  const broken = unlisted.filter(({ level }) => basis?.strict || level === 'MUST');
  return {
    judged: count(({ outcome }) => outcome === 'passed') + failed.length,
    broken,
    notFollowed: unlisted.length - broken.length,
    known: failed.length - unlisted.length,
    unclear: count(({ outcome, level }) => outcome === 'cantTell' && level === 'MUST'),
    notReached: count(({ notReached }) => notReached),
    untested: count(({ outcome }) => outcome === 'untested'),
  };
}
