import { renderSummary } from '../../../../reports/console.js';
import type { Result } from '../../../../schemas/generated/result.js';
import type { WrittenReports } from '../../../api/write-reports.js';
import { terminalOf } from '../../shared/terminal.js';
import { withoutCommands } from '../../shared/without-commands.js';
import { baselineText } from './baseline-text.js';
import { quietSummary } from './quiet-summary.js';

/**
 * Prints what was found and where the reports are, then what the reports themselves print.
 *
 * @param how `note`: a line for the end of the summary.
 */
export function tellResult(
  result: Result,
  written: WrittenReports,
  { quiet = false, note = '' } = {},
): void {
  const said = quiet ? quietSummary(result) : `${summary(result, written)}${note}`;
  process.stdout.write(withoutCommands(said));
  process.stdout.write(written.printed);
  process.stderr.write(baselineText(result));
}

function summary(result: Result, { files }: WrittenReports): string {
  const { color, width } = terminalOf(process.stdout);
  const column = Math.max(0, ...files.map(({ name }) => name.length));
  const lines = files.map(({ name, path }) => `  ${name.padEnd(column)}  ${path}\n`);
  const reports = lines.length > 0 ? `\nReports:\n${lines.join('')}` : '';
  return `${renderSummary(result, { color, width })}${reports}`;
}
