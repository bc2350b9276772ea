/** What people call the characters that come along when a value is copied. */
const names: Readonly<Record<string, string>> = {
  '\n': 'a newline',
  '\r': 'a carriage return',
  '\t': 'a tab',
  ' ': 'a blank',
  '\u00a0': 'a no-break space',
  '\u200b': 'a zero width space',
  '\u200c': 'a zero width non-joiner',
  '\u200d': 'a zero width joiner',
  '\u2060': 'a word joiner',
  '\ufeff': 'a byte order mark',
};

/** White space at an edge is never meant; within a value a blank or a tab may be. */
const edge = /[\s\p{Cc}\p{Cf}]/u;
const within = /[^\P{Cc}\t]|\p{Cf}|[^\P{Z} ]/u;
const quotes = ['""', "''", '``', '“”', '‘’'];

function named(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const name = names[character];
  return name === undefined ? code : `${name} (${code})`;
}

/**
 * Says which character of a value was hardly meant: white space or a control character at its edges, one that can't
 * be seen within it, quotation marks around it.
 *
 * @param quoted Whether quotation marks around it are told too.
 * @returns in words that complete the name of the value, without the rest of it: `ends with a newline (U+000A)`
 */
export function strayCharacter(value: string, quoted: boolean): string | undefined {
  const characters = [...value];
  const [first = '', last = ''] = [characters[0], characters.at(-1)];
  if (edge.test(first)) return `begins with ${named(first)}`;
  if (edge.test(last)) return `ends with ${named(last)}`;
  const [inner] = within.exec(value) ?? [];
  if (inner !== undefined) return `holds ${named(inner)}`;
  if (quoted && characters.length > 1 && quotes.includes(first + last))
    return `stands in quotation marks (${named(first)})`;
  return undefined;
}
