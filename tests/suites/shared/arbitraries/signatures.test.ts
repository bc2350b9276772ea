import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  lengthChange,
  makeOverLong,
  overLong,
} from '../../../../suites/shared/arbitraries/signatures.js';

const signature = Buffer.from(Array.from({ length: 256 }, (_, index) => (index * 7 + 1) % 256));

describe('an over-long signature', () => {
  test('has the right one at one end and fits into a header of 8 KiB', () => {
    fc.assert(
      fc.property(overLong, (change) => {
        const made = makeOverLong(signature, change);
        const end = change.before ? made.subarray(-256) : made.subarray(0, 256);
        expect(end.equals(signature)).toBe(true);
        expect(made.toString('base64').length).toBeLessThanOrEqual(8192);
      }),
    );
  });

  test('is longer than the signature of any key in use, and than what refuses-wrong-length sends', () => {
    const extended = fc.sample(lengthChange(256), { seed: 1, numRuns: 500 });
    const added = extended.map((change) =>
      'append' in change ? change.append.length : 'prepend' in change ? change.prepend.length : 0,
    );
    // RSA keys of 16384 bits are the longest that OpenSSL takes.
    fc.assert(
      fc.property(overLong, (change) => {
        const { length } = makeOverLong(signature, change);
        expect(length).toBeGreaterThanOrEqual(16_384 / 8);
        expect(length).toBeGreaterThan(256 + Math.max(...added));
      }),
    );
  });
});
