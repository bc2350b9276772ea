import { compareResults } from '../../results/compare-results.js';
import { readResult } from '../../results/read-result.js';
import { exitStatus } from '../shared/exit-status.js';
import { withoutCommands } from '../shared/without-commands.js';
import { comparisonText } from './comparison-text.js';
import type { CompareFlags } from './flags.js';

/**
 * Prints what changed from one result to a later one.
 *
 * @returns the exit status: 1 when a check regressed
 * @throws InputProblem when one of the files is not a result, or they have no target in common.
 */
export function compareReports(
  before: string,
  after: string,
  { strict = false, json = false }: CompareFlags,
): number {
  const comparison = compareResults(readResult(before).result, readResult(after).result, strict);
  process.stdout.write(
    json ? `${JSON.stringify(comparison, null, 2)}\n` : withoutCommands(comparisonText(comparison)),
  );
  return comparison.regressed ? exitStatus.nonConformant : exitStatus.conformant;
}
