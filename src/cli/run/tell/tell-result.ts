import { renderSummary } from '../../../../reports/console.js';
import type { Result } from '../../../../schemas/generated/result.js';
import type { WrittenReports } from '../../../api/write-reports.js';
import { type Language, say } from '../../../messages/message.js';
import { render } from '../../../messages/render.js';
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
  {
    quiet = false,
    note = '',
    lang = 'en',
  }: { quiet?: boolean; note?: string; lang?: Language } = {},
): void {
  const said = quiet ? quietSummary(result, lang) : `${summary(result, written, lang)}${note}`;
  process.stdout.write(withoutCommands(said));
  process.stdout.write(written.printed);
  process.stderr.write(baselineText(result, lang));
}

function summary(result: Result, { files }: WrittenReports, lang: Language): string {
  const { color, width } = terminalOf(process.stdout);
  const column = Math.max(0, ...files.map(({ name }) => name.length));
  const lines = files.map(({ name, path }) => `  ${name.padEnd(column)}  ${path}\n`);
  const reports =
    lines.length > 0 ? `\n${render(say('cli/run/reports'), lang)}\n${lines.join('')}` : '';
  return `${renderSummary(result, { color, width, lang })}${reports}`;
}
