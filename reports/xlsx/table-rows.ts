import type { CellObject } from 'write-excel-file/node';
import { linesOf, splitText } from '../shared/split-text.js';
import { textCell } from './cells.js';

/** What the cells of a table are measured by. */
export interface TableMeasures {
  /** Of the columns, in Excel's unit: digits of the font. */
  widths: readonly number[];
  /** Points. */
  fontSize: number;
}

/** Characters for each unit of a column's width: signatures are mostly of letters that are wider than a digit. */
const perUnit = 0.92;
/** Points: Excel makes no row higher. What doesn't fit is not shown, nor printed. */
const highestRow = 409;

const lineHeight = ({ fontSize }: TableMeasures) => fontSize * 1.35;
const mostLines = (measures: TableMeasures) =>
  Math.floor((highestRow - padding) / lineHeight(measures));
/** Points above and below the text of a row. */
const padding = 4;

const side = { color: '#7F7F7F', style: 'thin' } as const;

/**
 * A row of a table. Where a text is longer than a row can be high, the row goes on in a further one, whose other
 * cells are empty, without a line between the two.
 *
 * @param texts Of the cells.
 * @param style Of the cells of a column.
 */
export function tableRows(
  texts: readonly string[],
  measures: TableMeasures,
  style: (column: number) => Parameters<typeof textCell>[1] = () => ({}),
): CellObject[][] {
  const cells = texts.map((text, column) =>
    splitText(text, charactersIn(column, measures), mostLines(measures)),
  );
  const count = Math.max(1, ...cells.map((parts) => parts.length));
  return Array.from({ length: count }, (_, part) =>
    highEnough(
      cells.map((parts, column) =>
        textCell(parts[part] ?? '', {
          ...bordersOf(part === 0, part === count - 1),
          ...style(column),
        }),
      ),
      measures,
    ),
  );
}

/** The first row of a table: the titles of its columns. */
export function titleRow(titles: readonly string[], measures: TableMeasures): CellObject[] {
  const style = { fontWeight: 'bold', backgroundColor: '#DDE6F0' } as const;
  return highEnough(
    titles.map((title) => textCell(title, { ...bordersOf(true, true), ...style })),
    measures,
  );
}

/** A row with its height written out: not every program works it out from the texts. */
export function highEnough(cells: readonly CellObject[], measures: TableMeasures): CellObject[] {
  const lines = cells.map(({ value }, column) =>
    linesOf(String(value ?? ''), charactersIn(column, measures)),
  );
  const height = Math.min(highestRow, Math.max(...lines) * lineHeight(measures) + padding);
  return cells.map((cell) => ({ ...cell, height }));
}

function charactersIn(column: number, { widths }: TableMeasures): number {
  return Math.max(1, Math.floor((widths[column] ?? 1) * perUnit));
}

function bordersOf(first: boolean, last: boolean) {
  return {
    ...{ leftBorderColor: side.color, leftBorderStyle: side.style },
    ...{ rightBorderColor: side.color, rightBorderStyle: side.style },
    ...(first && { topBorderColor: side.color, topBorderStyle: side.style }),
    ...(last && { bottomBorderColor: side.color, bottomBorderStyle: side.style }),
  };
}
