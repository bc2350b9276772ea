import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeSecret, secretChange } from '../../../../suites/transaction/arbitraries/secrets.js';

test('a changed secret makes another key', () => {
  const hmacKey = (key: Buffer) => key.toString('latin1').padEnd(128, '\0');
  fc.assert(
    fc.property(
      fc
        .string({ minLength: 1, unit: 'grapheme-ascii' })
        .chain((secret) => fc.tuple(fc.constant(secret), secretChange(secret))),
      ([secret, change]) => {
        expect(hmacKey(changeSecret(secret, change))).not.toBe(hmacKey(Buffer.from(secret)));
      },
    ),
    { numRuns: 1000 },
  );
});
