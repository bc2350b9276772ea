import { expect, test } from 'vitest';
import { withoutLookaround } from '../../../src/engine/arbitraries/text-matching.js';

test.for([
  ['^(?!a)b$', '^b$'],
  ['^(?=(?:x|\\))y[)])b(?<!c)(?:d)$', '^b(?:d)$'],
  ['[(?!]a\\(?!(b)', '[(?!]a\\(?!(b)'],
  ['(?<name>a)(?<=a)', '(?<name>a)'],
] as const)('%s without its look-arounds is %s', ([pattern, rest]) => {
  expect(withoutLookaround(pattern)).toBe(rest);
});
