import type { Result } from '../schemas/generated/result.js';
import type { FileReport, ReportFile } from './report.js';
import { lookUp } from './shared/lookup.js';
import { type FilledRow, filledRow } from './xlsx/filled-row.js';
import { pageSetup } from './xlsx/page-setup.js';
import { runFacts } from './xlsx/run-facts.js';
import { scenarios } from './xlsx/scenarios.js';
import { sheetNames } from './xlsx/sheet-names.js';
import { highEnough, tableRows, titleRow } from './xlsx/table-rows.js';

/**
 * evidence.xlsx, the evidence behind the certification form and the scenarios of the token services: a sheet of facts
 * about the run, then one for each target with a row for each scenario, filled from the exchanges of the run.
 */
export const xlsx: FileReport = { files };

const columns: [title: string, of: keyof FilledRow, width: number][] = [
  ['No.', 'no', 6],
  ['Service', 'service', 14],
  ['Scenario', 'scenario', 22],
  ['Expected', 'expected', 10],
  ['Request', 'request', 52],
  ['Response', 'response', 46],
  ['Response code', 'responseCode', 10],
  ['Result', 'result', 24],
  ['Evidence', 'evidence', 22],
];

const factColumns = [28, 110];
const colors: Record<string, string> = { passed: '#DDF3DD', failed: '#F9D7D7', differs: '#FDEBC8' };
const font = { fontFamily: 'Arial', fontSize: 9 };

async function files(result: Result): Promise<ReportFile[]> {
  // Loaded when it is needed: nothing else uses it.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const lookup = lookUp(result);
  const facts = 'Run';
  const names = sheetNames(
    result.targets.map(({ name }) => name),
    [facts],
  );
  const widths = columns.map(([, , width]) => width);
  const measures = { widths, fontSize: font.fontSize };
  const ofFacts = { widths: factColumns, fontSize: font.fontSize };
  const sheets = result.targets.map((target, index) => ({
    ...sheetOf(names[index] ?? '', widths),
    stickyRowsCount: 1,
    data: [
      titleRow(
        columns.map(([title]) => title),
        measures,
      ),
      ...scenarios.flatMap((scenario) => {
        const row = filledRow(lookup, target, scenario);
        return tableRows(
          columns.map(([, of]) => row[of]),
          measures,
          (column) => (columns[column]?.[1] === 'result' ? shade(row.result) : {}),
        );
      }),
    ],
  }));
  const first = {
    ...sheetOf(facts, factColumns),
    data: runFacts(result).map((row) => highEnough(row, ofFacts)),
  };
  const pages = [{ sheet: facts }, ...sheets.map(({ sheet }) => ({ sheet, repeated: 1 }))];
  const features = [await pageSetup(pages)];
  const content = await writeExcelFile([first, ...sheets], { ...font, features }).toBuffer();
  return [{ file: 'evidence.xlsx', content }];
}

function sheetOf(sheet: string, widths: readonly number[]) {
  const orientation = 'landscape' as const;
  return { sheet, orientation, columns: widths.map((width) => ({ width })) };
}

function shade(result: string): { backgroundColor?: string } {
  const color = colors[/^\w+/.exec(result)?.[0] ?? ''];
  return color === undefined ? {} : { backgroundColor: color };
}
