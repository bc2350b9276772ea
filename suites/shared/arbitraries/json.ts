import fc from 'fast-check';

/** JSON white space (RFC 8259 section 2). */
const space = fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\r'), maxLength: 4 });

/** Characters of a JSON string, some written as \u escapes. */
const escapes = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });

function writeString(text: string, escaped: readonly boolean[]): string {
  const characters = [...text].map((character, at) =>
    escaped[at % escaped.length] && character.length === 1
      ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
      : JSON.stringify(character).slice(1, -1),
  );
  return `"${characters.join('')}"`;
}

/** The same JSON object of texts and objects in any rendering: white space, member order, escapes. */
export const renderings = (members: Record<string, unknown>): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.shuffledSubarray(Object.entries(members), { minLength: Object.keys(members).length }),
      fc.array(space, { minLength: 5, maxLength: 5 }),
      escapes,
      escapes,
    )
    .map(
      ([
        entries,
        [outside = '', before = '', colon = '', value = '', after = ''],
        inNames,
        inValues,
      ]) => {
        const written = entries.map(([name, content]) => {
          const text =
            typeof content === 'string' ? writeString(content, inValues) : JSON.stringify(content);
          return `${before}${writeString(name, inNames)}${colon}:${value}${text}${after}`;
        });
        return `${outside}{${written.join(',')}}${outside}`;
      },
    );

/** Such renderings as libraries and people write: indented, in another order, with escapes. */
export function renderingExamples(members: Record<string, unknown>): string[] {
  const reversed = Object.fromEntries(Object.entries(members).reverse());
  const compact = JSON.stringify(members);
  return [
    JSON.stringify(members, null, 2),
    JSON.stringify(reversed),
    compact.replace(/[a-z]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
    `\r\n\t${compact} \n`,
  ];
}

/** Text that isn't one JSON text, made from the right body by one mistake. */
export const malformed = (right: string): fc.Arbitrary<string | Buffer> =>
  fc.oneof(
    fc.integer({ min: 1, max: right.length - 1 }).map((length) => right.slice(0, length)),
    fc.constantFrom(
      right.replace('}', ',}'),
      right.replace('{', '{/*comment*/'),
      `${right}//comment`,
      right.replaceAll('"', "'"),
      right.replace(/"(\w+)":/, '$1:'),
      right.replace(/:.*}/, ':NaN}'),
      right.replace(':', '='),
      `${right}${right}`,
      `${right}}`,
      `{${right}`,
      right.replaceAll('"', '”'),
      '{"',
      'null,',
      'undefined',
    ),
    fc.constantFrom<BufferEncoding>('utf16le').map((encoding) => Buffer.from(right, encoding)),
  );

/**
 * What lenient parsers take comes first, the most common of it before the rest. None adds white space: nothing says how
 * what isn't JSON is minified before it is signed.
 */
export const malformedExamples = (right: string): (string | Buffer)[] => [
  right.replace(/\}$/, ',}'),
  right.slice(0, -1),
  right.replaceAll('"', "'"),
  right.replace(/"(\w+)":/, '$1:'),
  right.replace('{', '{/*comment*/'),
  `${right}}`,
  `${right}${right}`,
  right.replace(':', '='),
  'undefined',
  Buffer.from(right, 'utf16le'),
];

/** JSON texts that aren't objects. */
export const nonObject = (right: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(
      'null',
      'true',
      'false',
      '[]',
      `[${right}]`,
      '""',
      '0',
      '-1.5e3',
      JSON.stringify(right),
    ),
    fc.array(fc.string(), { maxLength: 3 }).map((items) => JSON.stringify(items)),
    fc.integer().map(String),
  );

/** The right body in a list or in a text, and what has no members to read. */
export const nonObjectExamples = (right: string): string[] => [
  `[${right}]`,
  'null',
  JSON.stringify(right),
  '[]',
  'true',
  '0',
  '""',
];

/** Bytes that no UTF-8 text holds, each broken in its own way (Unicode 16.0, table 3-7). */
const brokenSequences = [
  [0x80], // a continuation without a start
  [0xc3], // a start without its continuation
  [0xe2, 0x82], // cut short
  [0xc0, 0xaf], // overlong
  [0xe0, 0x80, 0xaf], // overlong in three
  [0xed, 0xa0, 0x80], // half a surrogate pair
  [0xf4, 0x90, 0x80, 0x80], // beyond U+10FFFF
  [0xe9], // é of Latin-1
  [0xfe],
  [0xff],
];

/** The inside of a JSON string that isn't UTF-8, among letters that are (RFC 8259 section 8.1). */
export const invalidUtf8: fc.Arbitrary<Buffer> = fc
  .tuple(letters(), fc.constantFrom(...brokenSequences), letters())
  .map(([before, broken, after]) =>
    Buffer.concat([Buffer.from(before), Buffer.from(broken), Buffer.from(after)]),
  );

/** A text of Latin-1, which is the most common; then each of the other kinds. */
export const invalidUtf8Examples: readonly Buffer[] = [
  [0xe9],
  ...brokenSequences.filter(([first]) => first !== 0xe9),
].map((bytes) => Buffer.concat([Buffer.from('caf'), Buffer.from(bytes)]));

function letters(): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom('a', 'Z', '7', ' ', 'é', '漢', '😀'), maxLength: 8 });
}
