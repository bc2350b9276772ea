import fc from 'fast-check';

/** Values that no rule of order or of escapes reads in two ways. */
const values = ['1', '2', '3x%20y', '4%C3%A9', '5a%2Fb', '6~', ''];

/** Queries whose parameters aren't in order: repeated names, percent escapes and empty values among them. */
export const queries: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom('snapA', 'snapB', 'snapC'), fc.constantFrom(...values)), {
    minLength: 2,
    maxLength: 4,
  })
  .filter((pairs) => pairs.some(([name], at) => at > 0 && name < (pairs[at - 1]?.[0] ?? '')))
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'));

/** Escapes of a blank, of a letter beyond ASCII and of a slash; repeated names; empty values. */
export const queriesExamples: readonly string[] = [
  'snapB=3x%20y&snapA=1',
  'snapB=4%C3%A9&snapA=5a%2Fb',
  'snapB=2&snapA=1',
  'snapB=2&snapB=1&snapA=6~',
  'snapB=&snapA=1',
];

/** A path with a query added to whatever it has. */
export function withQuery(path: string, query: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}${query}`;
}
