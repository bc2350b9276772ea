import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minify } from '../../src/protocol/minify.js';
import { signedPath } from '../../src/protocol/signed-path.js';
import * as texts from '../../suites/transaction/arbitraries/json-texts.js';
import { queries, withQuery } from '../../suites/transaction/arbitraries/queries.js';
import { changeSecret, secretChange } from '../../suites/transaction/arbitraries/secrets.js';

const minified = (text: string) => minify(Buffer.from(text)).toString();

describe('values as JSON texts', () => {
  test.for(['spacedText', 'numberText', 'escapedText', 'nestedEmpties'] as const)(
    '%s: JSON without white space between its tokens',
    (name) => {
      fc.assert(
        fc.property(texts[name], (text) => {
          expect(() => JSON.parse(text)).not.toThrow();
          expect(minified(text)).toBe(text);
        }),
      );
    },
  );

  test('no number is spelled as JSON.stringify would', () => {
    fc.assert(
      fc.property(texts.numberText, (text) => {
        expect(JSON.stringify(JSON.parse(text))).not.toBe(text);
      }),
    );
  });

  test('white space around the tokens changes the text, not what it minifies to', () => {
    fc.assert(
      fc.property(fc.jsonValue(), texts.gaps, (value, gaps) => {
        const compact = JSON.stringify({ a: value, b: [1, ' "\\'] });
        const spread = texts.spread(compact, gaps);
        expect(spread).not.toBe(compact);
        expect(JSON.parse(spread)).toEqual(JSON.parse(compact));
        expect(minified(spread)).toBe(compact);
      }),
    );
  });
});

test('a query is never in order, and can be sent', () => {
  fc.assert(
    fc.property(queries, (query) => {
      const target = withQuery('/v1.0/a', query);
      expect(signedPath(target, 'sorted-query')).not.toBe(target);
      expect(new URL(target, 'http://localhost').search).toBe(`?${query}`);
      expect(withQuery(target, query)).toBe(`/v1.0/a?${query}&${query}`);
    }),
  );
});

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
