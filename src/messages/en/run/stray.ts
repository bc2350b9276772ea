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

function named(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const name = names[character];
  return name === undefined ? code : `${name} (${code})`;
}

/** Which character of a value was hardly meant; each completes the name of the value. */
export const stray = {
  'run/stray/first': ({ character }: { character: string }) => `begins with ${named(character)}`,
  'run/stray/last': ({ character }: { character: string }) => `ends with ${named(character)}`,
  'run/stray/within': ({ character }: { character: string }) => `holds ${named(character)}`,
  'run/stray/quoted': ({ character }: { character: string }) =>
    `stands in quotation marks (${named(character)})`,
};
