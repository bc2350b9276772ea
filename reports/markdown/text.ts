import { visible } from '../shared/visible.js';

/**
 * Text within a line of Markdown, in which nothing is markup, whoever wrote it: no tag, link, picture, formula, table
 * cell or mention. Everything that GitHub's Markdown acts on is escaped.
 */
export function markdownText(text: string): string {
  return (
    oneLine(text)
      // A colon begins an address only if something follows; times stay as they are.
      .replace(/[\\`*_{}[\]()<>#+!|~&$]|:(?=[^\s\d])/g, String.raw`\$&`)
      .replace(/www\./gi, (start) => `${start.slice(0, 3)}\\.`)
      // Mentions and addresses are found in what is left when escapes are gone; an empty tag of ours splits them.
      .replaceAll('@', '@<b></b>')
  );
}

/** Text as code, unchanged except for line feeds. Not for tables, where a pipe would end the cell. */
export function markdownCode(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // One space at either end belongs to the fence (CommonMark, code spans); without it, a backtick would lengthen the
  // fence.
  const space = /^[` ]|[` ]$/.test(line) || line === '' ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

function oneLine(text: string): string {
  return visible(text)
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('\t', ' ');
}
