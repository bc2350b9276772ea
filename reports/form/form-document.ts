import type { Paragraph, Table, TableRow } from 'docx';
import { linesOf } from '../shared/split-text.js';
import { visible } from '../shared/visible.js';
import { type FilledForm, type FilledRow, formColumns, formTitles } from './forms.js';
import { resultColors } from './result-colors.js';

type Docx = typeof import('docx');

/** Twentieths of a point, in which Word measures: A4 in portrait, which the library turns, and its margins. */
const page = { width: 11_906, height: 16_838, margin: 680 };
const tableWidth = page.height - 2 * page.margin;
/** Half points. */
const fontSize = 15;
/** Characters of the font's average in the width of the table, and lines on a page. */
const measures = { characters: 205, lines: 48 };

const shares = formColumns.reduce((sum, [, , share]) => sum + share, 0);
const columnWidths = formColumns.map(([, , share]) => Math.floor((tableWidth * share) / shares));
const blank = '.'.repeat(80);

/** The certification form as a Word document: landscape A4, its head, then its table. */
export async function formDocument(form: FilledForm): Promise<Uint8Array> {
  // Loaded when it is needed: nothing else uses it.
  const docx = await import('docx');
  const { margin, width, height } = page;
  const document = new docx.Document({
    styles: { default: { document: { run: { font: 'Arial', size: fontSize } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width, height, orientation: docx.PageOrientation.LANDSCAPE },
            margin: { top: margin, bottom: margin, left: margin, right: margin, footer: 300 },
          },
        },
        footers: { default: new docx.Footer({ children: [pageNumber(docx)] }) },
        children: [...headOf(docx, form), tableOf(docx, form)],
      },
    ],
  });
  return docx.Packer.toBuffer(document);
}

function pageNumber({ AlignmentType, PageNumber, Paragraph, TextRun }: Docx): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
  });
}

function headOf({ AlignmentType, Paragraph, TextRun }: Docx, { head }: FilledForm): Paragraph[] {
  const titles = formTitles.map(
    (text) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text, bold: true, size: 22 })],
      }),
  );
  const answers = head.map(
    ([label, value], index) =>
      new Paragraph({
        tabStops: [{ type: 'left', position: 2600 }],
        spacing: { before: index === 0 ? 200 : 0, after: index === head.length - 1 ? 200 : 40 },
        children: [new TextRun({ text: `${label}\t: ${visible(value ?? blank)}`, size: 18 })],
      }),
  );
  return [...titles, ...answers];
}

function tableOf(docx: Docx, { rows }: FilledForm): Table {
  const { Table, TableLayoutType, WidthType } = docx;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths,
    margins: { top: 40, bottom: 40, left: 70, right: 70 },
    rows: [titlesOf(docx), ...rows.map((row) => rowOf(docx, row))],
  });
}

function titlesOf({ Paragraph, TableCell, TableRow, TextRun }: Docx): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: formColumns.map(
      ([text]) =>
        new TableCell({
          shading: { fill: 'DDE6F0' },
          children: [new Paragraph({ children: [new TextRun({ text, bold: true })] })],
        }),
    ),
  });
}

function rowOf({ Paragraph, TableCell, TableRow, TextRun }: Docx, row: FilledRow): TableRow {
  const color = resultColors[row.result];
  return new TableRow({
    // A row that is higher than a page has to break somewhere.
    cantSplit: heightOf(row) <= measures.lines,
    children: formColumns.map(
      ([, of]) =>
        new TableCell({
          ...(color !== undefined && { shading: { fill: color.slice(1) } }),
          children: visible(row[of])
            .split('\n')
            .map((text) => new Paragraph({ children: [new TextRun({ text })] })),
        }),
    ),
  });
}

/** Lines of the highest cell, by estimate. */
function heightOf(row: FilledRow): number {
  return Math.max(
    ...formColumns.map(([, of, share]) =>
      linesOf(row[of], Math.floor((measures.characters * share) / shares)),
    ),
  );
}
