import type { stray as English } from '../../en/run/stray.js';

/** What people call the characters that come along when a value is copied. */
const names: Readonly<Record<string, string>> = {
  '\n': 'baris baru',
  '\r': 'carriage return',
  '\t': 'tab',
  ' ': 'spasi',
  '\u00a0': 'no-break space',
  '\u200b': 'zero width space',
  '\u200c': 'zero width non-joiner',
  '\u200d': 'zero width joiner',
  '\u2060': 'word joiner',
  '\ufeff': 'byte order mark',
};

function named(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const name = names[character];
  return name === undefined ? code : `${name} (${code})`;
}

/** Which character of a value was hardly meant; each completes the name of the value. */
export const stray: typeof English = {
  'run/stray/first': ({ character }) => `diawali ${named(character)}`,
  'run/stray/last': ({ character }) => `diakhiri ${named(character)}`,
  'run/stray/within': ({ character }) => `memuat ${named(character)}`,
  'run/stray/quoted': ({ character }) => `berada dalam tanda kutip (${named(character)})`,
};
