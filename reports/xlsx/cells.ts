import type { CellObject } from 'write-excel-file/node';
import { visible } from '../shared/visible.js';

/** The most characters that Excel takes in a cell. */
const most = 32_767;

/** A cell of text, whatever the text begins with: never a formula, and no longer than Excel takes. */
export function textCell(text: string, style: Omit<CellObject, 'value' | 'type'> = {}): CellObject {
  const shown = visible(text);
  const end = `… [${shown.length} characters]`;
  // A cut inside a surrogate pair would leave half a character.
  const head = shown.slice(0, most - end.length).replace(/[\ud800-\udbff]$/, '');
  const value = shown.length > most ? head + end : shown;
  return { value, type: String, wrap: true, alignVertical: 'top', ...style };
}

/** A cell of a table's first row. */
export function headCell(text: string): CellObject {
  return textCell(text, { fontWeight: 'bold', backgroundColor: '#DDE6F0' });
}
