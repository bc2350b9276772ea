import type { Result } from '../schemas/generated/result.js';
import type { FileReport, ReportFile } from './report.js';
import { lookUp } from './shared/lookup.js';
import { headCell, textCell } from './xlsx/cells.js';
import { type FilledRow, filledRow } from './xlsx/filled-row.js';
import { runFacts } from './xlsx/run-facts.js';
import { scenarios } from './xlsx/scenarios.js';
import { sheetNames } from './xlsx/sheet-names.js';

/**
 * functional-test.xlsx, for ASPI's form "Skenario Functional Test": a sheet of facts about the run, then one for each
 * target with the form's columns in the form's order, filled from the exchanges of the run.
 */
export const xlsx: FileReport = { files };

const columns: [title: string, of: keyof FilledRow, width: number][] = [
  ['No.', 'no', 6],
  ['Service', 'service', 18],
  ['Scenario', 'scenario', 34],
  ['Expected', 'expected', 14],
  ['Request', 'request', 60],
  ['Response', 'response', 60],
  ['Response code', 'responseCode', 14],
  ['Result', 'result', 34],
  ['Evidence', 'evidence', 34],
];

const colors: Record<string, string> = { passed: '#DDF3DD', failed: '#F9D7D7', differs: '#FDEBC8' };

async function files(result: Result): Promise<ReportFile[]> {
  // Loaded when it is needed: nothing else uses it.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const lookup = lookUp(result);
  const facts = 'Run';
  const names = sheetNames(
    result.targets.map(({ name }) => name),
    [facts],
  );
  const sheets = result.targets.map((target, index) => ({
    sheet: names[index] ?? '',
    columns: columns.map(([, , width]) => ({ width })),
    stickyRowsCount: 1,
    data: [
      columns.map(([title]) => headCell(title)),
      ...scenarios.map((scenario) => {
        const row = filledRow(lookup, target, scenario);
        return columns.map(([, of]) => textCell(row[of], of === 'result' ? shade(row.result) : {}));
      }),
    ],
  }));
  const first = { sheet: facts, columns: [{ width: 28 }, { width: 90 }], data: runFacts(result) };
  const content = await writeExcelFile([first, ...sheets]).toBuffer();
  return [{ file: 'functional-test.xlsx', content }];
}

function shade(result: string): { backgroundColor?: string } {
  const color = colors[/^\w+/.exec(result)?.[0] ?? ''];
  return color === undefined ? {} : { backgroundColor: color };
}
