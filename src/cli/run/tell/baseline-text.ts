import { baselineFindings } from '../../../../reports/shared/baseline-findings.js';
import { visible } from '../../../../reports/shared/visible.js';
import type { Result } from '../../../../schemas/generated/result.js';

/** The entries of the baseline that fail a run, a line each; empty when there are none. */
export function baselineText(result: Pick<Result, 'run'>): string {
  const findings = baselineFindings(result);
  if (findings.length === 0) return '';
  const lines = findings.map(
    ({ target, check, message }) => `  ${visible(`${target}: ${check}: ${message}`)}\n`,
  );
  return `\n${result.run.baseline?.file} fails the run. Remove stale entries, or let --update-baseline do it; give expired ones another day, or fix what fails:\n${lines.join('')}`;
}
