import { visible } from '../shared/visible.js';

/**
 * Text within a line of Markdown, in which nothing is markup, whoever wrote it: no tag, link, picture, formula or cell
 * of a table, and no name that is called upon. What GitHub's Markdown acts on is escaped.
 */
export function markdownText(text: string): string {
  return (
    oneLine(text)
      // A colon begins an address only where something follows; times stay as they are.
      .replace(/[\\`*_{}[\]()<>#+!|~&$]|:(?=[^\s\d])/g, String.raw`\$&`)
      .replace(/www\./gi, (start) => `${start.slice(0, 3)}\\.`)
      // Names and addresses are found in what is left once escapes are gone; an empty tag of ours parts them.
      .replaceAll('@', '@<b></b>')
  );
}

/** Text as code, just as it is but for line feeds; not for tables, where a pipe would end the cell. */
export function markdownCode(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // One space at either end belongs to the fence (CommonMark, code spans); without it a backtick would lengthen it.
  const space = /^[` ]|[` ]$/.test(line) || line === '' ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

function oneLine(text: string): string {
  return visible(text)
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('\t', ' ');
}
