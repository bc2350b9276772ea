import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapePointer, pointerTokens, valueAt } from '../../../src/engine/input/json-pointer.js';

test('JSON pointers lead back to the names they were made of', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (names) => {
      const pointer = names.map((name) => `/${escapePointer(name)}`).join('');
      expect(pointerTokens(pointer)).toEqual(names);
    }),
  );
});

test('JSON pointers lead to values, and not to what an object has from its class', () => {
  const document = { a: [{ 'b/c': 1 }] };
  expect(valueAt(document, '')).toBe(document);
  expect(valueAt(document, '/a/0/b~1c')).toBe(1);
  for (const pointer of ['/b', '/a/1', '/a/0/b~1c/d', '/constructor', '/a/length/x'])
    expect(valueAt(document, pointer)).toBeUndefined();
});
