import { codePoint, visible } from '../../../reports/shared/visible.js';

/** Text in which no character hides, on one line: line ends and tabs are written by number, `<U+000A>`. */
export function oneLine(text: string): string {
  return visible(text).replace(/[\n\t]/g, (character) => `<${codePoint(character)}>`);
}
