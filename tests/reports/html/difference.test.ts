import fc from 'fast-check';
import { expect, it } from 'vitest';
import { difference } from '../../../reports/html/difference.js';

it.each([
  ['10:00+07:00', '10:00', { start: '10:00', gone: '+07:00', came: '', end: '' }],
  ['abc', 'abXc', { start: 'ab', gone: '', came: 'X', end: 'c' }],
  ['aa', 'aaa', { start: 'aa', gone: '', came: 'a', end: '' }],
  ['a👍b', 'a👎b', { start: 'a', gone: '👍', came: '👎', end: 'b' }],
])('%s against %s', (before, after, found) => expect(difference(before, after)).toEqual(found));

it('puts both texts together again, and finds nothing in equal ones', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\u00a0', '👍'), maxLength: 8 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { start, gone, came, end } = difference(before, after);
      expect(start + gone + end).toBe(before);
      expect(start + came + end).toBe(after);
      expect(gone + came === '').toBe(before === after);
    }),
  );
});
