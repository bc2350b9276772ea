import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { invalidUtf8 } from '../../../../suites/shared/arbitraries/json.js';

test('invalidUtf8: no UTF-8, and harmless to the JSON around it', () => {
  const broken = new Set<string>();
  fc.assert(
    fc.property(invalidUtf8, (note) => {
      expect(isUtf8(note)).toBe(false);
      const body = Buffer.concat([Buffer.from('{"a":"'), note, Buffer.from('"}')]);
      // A decoder that mends reads an object with one text: nothing else is wrong with it.
      expect(JSON.parse(body.toString('utf8'))).toEqual({ a: expect.stringContaining('\uFFFD') });
      broken.add(note.toString('hex'));
    }),
    { numRuns: 500, seed: 7 },
  );
  expect(broken.size).toBeGreaterThan(300);
});
