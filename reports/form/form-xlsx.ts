import type { CellObject } from 'write-excel-file/node';
import type { Result } from '../../schemas/generated/result.js';
import type { FileReport, RenderOptions, ReportFile } from '../report.js';
import { fileSlugs } from '../shared/file-slug.js';
import { textCell } from '../xlsx/cells.js';
import { pageSetup } from '../xlsx/page-setup.js';
import { type TableMeasures, tableRows, titleRow } from '../xlsx/table-rows.js';
import { type FilledForm, formColumns, formsOf, formTitles } from './forms.js';
import { resultColors } from './result-colors.js';

/**
 * form-TARGET.xlsx: ASPI's certification form, filled in, one workbook for each target. Its one sheet has the head of
 * the form, then the table.
 */
export const formXlsx: FileReport = { files };

const sheet = 'Lampiran 7.C';
const blank = '…'.repeat(30);
const font = { fontFamily: 'Arial', fontSize: 8 };
const widths = formColumns.map(([, , share]) => share);
const measures: TableMeasures = { widths, fontSize: font.fontSize };

async function files(result: Result, options?: RenderOptions): Promise<ReportFile[]> {
  const forms = formsOf(result, options?.certification);
  const slugs = fileSlugs(forms.map(({ name }) => name));
  return Promise.all(
    forms.map(async (form, index) => ({
      file: `form-${slugs[index]}.xlsx`,
      content: await workbook(form),
    })),
  );
}

async function workbook(form: FilledForm): Promise<Uint8Array> {
  // Loaded when it is needed: nothing else uses it.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const head = headRows(form);
  const feature = await pageSetup([{ sheet, repeated: head.length + 1 }]);
  const data = [
    ...head,
    titleRow(
      formColumns.map(([title]) => title),
      measures,
    ),
    ...form.rows.flatMap((row) => {
      const backgroundColor = resultColors[row.result];
      return tableRows(
        formColumns.map(([, of]) => row[of]),
        measures,
        () => (backgroundColor === undefined ? {} : { backgroundColor }),
      );
    }),
  ];
  const options = {
    sheet,
    orientation: 'landscape',
    columns: widths.map((width) => ({ width })),
  } as const;
  return writeExcelFile(data, options, { ...font, features: [feature] }).toBuffer();
}

/** Titles, then a line for each answer, over the first columns and the rest. */
function headRows({ head }: FilledForm): (CellObject | null)[][] {
  const label = 3;
  const plain = { wrap: false } as const;
  return [
    ...formTitles.map((title) => [textCell(title, { ...plain, fontWeight: 'bold', fontSize: 11 })]),
    [],
    ...head.map(([title, value]) => [
      textCell(title, { ...plain, columnSpan: label }),
      // What the span covers.
      ...Array.from({ length: label - 1 }, () => null),
      textCell(`: ${value ?? blank}`, { ...plain, columnSpan: widths.length - label }),
    ]),
    [],
  ];
}
