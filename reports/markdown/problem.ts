import type { Language } from '../../src/messages/message.js';
import { type LineName, lineLabel } from '../shared/explanation-lines.js';
import type { Problem } from '../shared/problems.js';
import { shorten } from '../shared/shorten.js';
import { markdownCode, markdownText } from './text.js';

/** How long a line of an explanation may be, in characters. */
const longest = 2000;

/** The lines that are shown as code, because they are typed or compared. */
const verbatim = new Set<LineName>(['sent', 'got', 'replay']);

/** A problem as an item of a list, with its explanation below it. */
export function problemItem(
  { id, check, title, known, lines }: Problem,
  lang: Language = 'en',
): string {
  const name = check === undefined ? markdownText(id) : markdownCode(id);
  const told = lines
    .filter(([key]) => key !== 'requirement')
    .map(([key, line]) => {
      const text = shorten(line, longest);
      return `  - ${lineLabel(key, lang)}: ${verbatim.has(key) ? markdownCode(text) : markdownText(text)}`;
    });
  return [
    `- **${name}**: ${markdownText(shorten(title, longest))}`,
    ...(known === undefined ? [] : [`  - ${markdownText(shorten(known, longest))}`]),
    ...told,
    '',
  ].join('\n');
}
