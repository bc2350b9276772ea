import fc from 'fast-check';

/** Values as JSON texts in spellings that a parser doesn't keep, without white space between their tokens. */

/** A string with spaces at either end and within. */
export const spacedText: fc.Arbitrary<string> = fc
  .tuple(
    fc.nat({ max: 3 }),
    fc.array(fc.constantFrom('Jokul', 'Doe', 'PT', '088899'), { minLength: 1, maxLength: 4 }),
    fc.nat({ max: 3 }),
  )
  .map(([before, words, after]) =>
    JSON.stringify(`${' '.repeat(before)}${words.join('  ')}${' '.repeat(after)}`),
  );

/** White space where a careless rule takes it away or folds it, all at once first. */
export const spacedTextExamples: readonly string[] = ['" Jokul  Doe "', '"Jokul Doe"', '" PT"'];

/** A number in a spelling that JSON.stringify doesn't give it, or of more digits than a double has. */
export const numberText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('1.0', '1e2', '1E+2', '-0', '0.10', '-1.50e-3', '10000.00', '2.5e0'),
  fc.bigInt({ min: 10n ** 19n, max: 10n ** 20n - 2n }).map((digits) => String(digits | 1n)),
  fc.tuple(fc.nat(999_999), fc.nat(9)).map(([whole, tenth]) => `${whole}.${tenth}0`),
);

/** Amounts as the standard writes them come first. */
export const numberTextExamples: readonly string[] = [
  '10000.00',
  '1.0',
  '1e2',
  '12345678901234567891',
  '0.10',
  '-0',
  '1E+2',
];

/** Characters beyond letters, as they may be written in a string: raw, or as an escape. */
const spellings = [
  '/',
  '\\/',
  'é',
  '\\u00e9',
  '\\u00E9',
  '😀',
  '\\ud83d\\ude00',
  '\\n',
  '\\"',
  '\\\\',
  '\\u0041',
  'https://toko.example/a',
];

/** A string with slashes, escapes, letters beyond ASCII and beyond the basic plane, in any spelling. */
export const escapedText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...spellings),
    fc.array(fc.constantFrom('a', '7', ...spellings), { maxLength: 5 }),
  )
  .map(([first, others]) => `"${[first, ...others].join('')}"`);

/**
 * The first has slash and letter in both spellings, so that whoever writes the text again changes it: escaping slashes
 * or letters, as PHP does by default, or undoing the escapes.
 */
export const escapedTextExamples: readonly string[] = [
  '"a/b\\/cé\\u00e9"',
  '"https://toko.example/a"',
  '"\\/"',
  '"é"',
  '"\\u00e9"',
  '"\\u00E9"',
  '"😀"',
  '"\\ud83d\\ude00"',
  '"\\u0041"',
];

const { nested } = fc.letrec<{ nested: string; list: string; object: string }>((tie) => ({
  nested: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('{}', '[]', '""', 'null'),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('nested'), { minLength: 1, maxLength: 3 }).map((all) => `[${all.join(',')}]`),
  object: fc
    .array(tie('nested'), { minLength: 1, maxLength: 3 })
    .map((all) => `{${all.map((text, at) => `"${'abc'[at] ?? ''}":${text}`).join(',')}}`),
}));

/** Empty objects, lists and texts within one another. */
export const nestedEmpties: fc.Arbitrary<string> = nested;

/** An empty object first, which PHP reads into a list. */
export const nestedEmptiesExamples: readonly string[] = [
  '{}',
  '[]',
  '{"a":{}}',
  '[{}]',
  'null',
  '""',
  '{"a":[]}',
];

/** White space of the four kinds that JSON knows (RFC 8259 section 2), a piece for each gap between tokens. */
export const gaps: fc.Arbitrary<string[]> = fc
  .array(fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\r'), maxLength: 3 }), {
    minLength: 3,
    maxLength: 8,
  })
  .filter((all) => all.some((gap) => gap !== ''));

/** All four kinds at once, then as people and libraries write. */
export const gapsExamples: readonly string[][] = [
  ['\r\n', ' ', '\t'],
  ['\n  ', ' ', '\n'],
  [' ', ' ', ' '],
  ['\t', '', '\t'],
];

/** A compact JSON text with white space around its tokens; the pieces are used in turn. */
export function spread(compact: string, pieces: readonly string[]): string {
  const tokens = compact.match(/"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^"{}[\]:,]+/g) ?? [];
  const gap = (at: number) => pieces[at % pieces.length] ?? '';
  return `${gap(0)}${tokens.map((token, at) => `${token}${gap(at + 1)}`).join('')}`;
}
