import type { Result } from '../schemas/generated/result.js';
import type { FileReport, ReportFile } from './report.js';
import { withKnownFailures } from './shared/known.js';
import { partOf } from './shared/verdict-words.js';

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

/** What the verdict isn't over: ` in 11 of 383 checks, 1 of 3 targets`; empty if it is over all. */
function partIn({ targetsLeftOut = [] }: Result['run'], targets: Result['targets']): string {
  // Of several targets the least is named: none was judged by less.
  const [least] = targets.flatMap((target) => partOf(target) ?? []).toSorted(byChosen);
  const said = [
    ...(least ? [`${least.chosen} of ${least.all} checks`] : []),
    ...(targetsLeftOut.length > 0
      ? [`${targets.length} of ${targets.length + targetsLeftOut.length} targets`]
      : []),
  ];
  return said.length === 0 ? '' : ` in ${said.join(', ')}`;
}

function byChosen(one: { chosen: number }, other: { chosen: number }): number {
  return one.chosen - other.chosen;
}

/** The worst verdict and its reason. */
function said({ run, targets }: Result): { message: string; color: string } {
  const part = partIn(run, targets);
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
    return { message: `non-conformant${of(broken.length)}${count}${part}`, color: 'red' };
  }
  if (run.interrupted) return { message: 'interrupted', color: 'lightgrey' };
  const untold = having('inconclusive');
  if (untold.length > 0 || targets.length === 0)
    return { message: `inconclusive${of(untold.length)}${part}`, color: 'yellow' };
  const known = targets.flatMap(({ checks }) => checks.filter((check) => check.known)).length;
  return {
    message: `${withKnownFailures('conformant', known)}${part}`,
    color: known === 0 && part === '' ? 'brightgreen' : 'green',
  };

  function of(count: number): string {
    return targets.length > 1 ? ` (${count} of ${targets.length})` : '';
  }
}
