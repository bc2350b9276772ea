import { expect, test } from 'vitest';
import { shownValue } from '../../../src/engine/input/shown-value.js';

test.for([
  ['a', '"a"'],
  [{ a: 1 }, '{"a":1}'],
  [undefined, 'undefined'],
  ['-----BEGIN PRIVATE KEY-----', 'a text of several lines'],
  ['a\nb', 'a text of several lines'],
  ['https://me:pass@a.example', '"https://…@a.example"'],
  ['x'.repeat(200), `"${'x'.repeat(79)}…`],
] as const)('a message shows %.30j as %s', ([value, shown]) => {
  expect(shownValue(value)).toBe(shown);
});
