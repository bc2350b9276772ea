import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeRegExp, isObject, shellWords, shownValue } from '../../../src/engine/input/text.js';

test('an escaped text matches itself, whole, and no text that differs', () => {
  const text = fc.string({ unit: fc.constantFrom(...'\\^$.*+?()[]{}|-/a1 \n') });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const pattern = new RegExp(`^${escapeRegExp(one)}$`);
      expect(pattern.test(one)).toBe(true);
      expect(pattern.test(other)).toBe(one === other);
    }),
  );
});

test('words come through a shell as they are, and plain ones are not quoted', () => {
  const word = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0'));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), (words) => {
      const out = execFileSync('sh', ['-c', shellWords(['printf', '%s\\0', ...words])]);
      expect(out.toString().split('\0').slice(0, -1)).toEqual(words);
    }),
    { numRuns: 25 },
  );
  expect(shellWords(['--only', 'a/b:c', ''])).toBe("--only a/b:c ''");
});

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

test.for([
  [{}, true],
  [Object.create(null), true],
  [[], false],
  [null, false],
  [undefined, false],
  ['{}', false],
  [() => {}, false],
] as const)('whether %j is an object of members: %s', ([value, is]) => {
  expect(isObject(value)).toBe(is);
});
