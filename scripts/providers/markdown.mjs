// Pieces of Markdown as GitHub reads it.

/** Text in which everything that would be markup is escaped. */
export function text(plain) {
  return String(plain)
    .replace(/[\\`*_[\]|]/g, '\\$&')
    .replaceAll('<', '&lt;')
    .replace(/\s+/g, ' ');
}

/** Text in a code span; in a table a bar has to be escaped even there. */
export function code(plain) {
  const fence = plain.includes('`') ? '``' : '`';
  const pad = fence === '``' ? ' ' : '';
  return `${fence}${pad}${plain.replaceAll('|', '\\|')}${pad}${fence}`;
}

/** A table; cells are Markdown already. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
