import type { Result } from '../schemas/generated/result.js';
import type { FileReport, ReportFile } from './report.js';
import { withKnownFailures } from './shared/known.js';

/**
 * badge.svg, a picture for a README, and badge.json, which shields.io's endpoint badge reads. Both state the verdict
 * and what it leaves out, and nothing that a server or a config chose.
 */
export const badge: FileReport = { files };

const label = 'SNAP';

async function files(result: Result): Promise<ReportFile[]> {
  const { makeBadge } = await import('badge-maker');
  const { message, color } = said(result);
  const endpoint = { schemaVersion: 1, label, message, color };
  return [
    { file: 'badge.svg', content: `${makeBadge({ label, message, color })}\n` },
    { file: 'badge.json', content: `${JSON.stringify(endpoint, null, 2)}\n` },
  ];
}

/** The worst verdict and its reason. */
function said({ run, targets }: Result): { message: string; color: string } {
  const having = (verdict: string) => targets.filter((target) => target.verdict === verdict);
  const broken = having('non-conformant');
  if (broken.length > 0) {
    // A known failure doesn't change the verdict.
    const failed = broken
      .flatMap(({ checks }) => checks)
      .filter(
        ({ outcome, level, known }) => outcome === 'failed' && level === 'MUST' && !known,
      ).length;
    // With --strict, a target can be non-conformant for its warnings alone.
    const count = failed > 0 ? `: ${failed} failed` : '';
    return { message: `non-conformant${of(broken.length)}${count}`, color: 'red' };
  }
  if (run.interrupted) return { message: 'interrupted', color: 'lightgrey' };
  const untold = having('inconclusive');
  if (untold.length > 0 || targets.length === 0)
    return { message: `inconclusive${of(untold.length)}`, color: 'yellow' };
  const known = targets.flatMap(({ checks }) => checks.filter((check) => check.known)).length;
  return {
    message: withKnownFailures('conformant', known),
    color: known === 0 ? 'brightgreen' : 'green',
  };

  function of(count: number): string {
    return targets.length > 1 ? ` (${count} of ${targets.length})` : '';
  }
}
