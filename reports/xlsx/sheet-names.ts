import { visible } from '../shared/visible.js';

/** The most characters that Excel takes in a name. */
const most = 31;

/**
 * A sheet's name for each target, by Excel's rules: at most 31 characters, none of `[]:*?/\`, no apostrophe at either
 * end, not `History`, and none twice in any letter case.
 *
 * @param taken Names of the sheets that are there already.
 */
export function sheetNames(names: readonly string[], taken: readonly string[]): string[] {
  const used = new Set(['history', ...taken.map((name) => name.toLowerCase())]);
  return names.map((name) => {
    const plain = cut(visible(name).replace(/[[\]:*?/\\\n\t]/g, ' '), most) || 'target';
    let sheet = plain;
    for (let count = 2; used.has(sheet.toLowerCase()); count += 1) {
      const end = ` (${count})`;
      sheet = cut(plain, most - end.length) + end;
    }
    used.add(sheet.toLowerCase());
    return sheet;
  });
}

function cut(name: string, length: number): string {
  // By characters, so that no surrogate pair is cut; each half counts in Excel.
  let kept = '';
  for (const character of name) if ((kept + character).length <= length) kept += character;
  return kept.replace(/^[' ]+|[' ]+$/g, '');
}
