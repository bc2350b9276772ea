import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minify } from '../../../../src/protocol/minify.js';
import * as texts from '../../../../suites/transaction/arbitraries/json-texts.js';

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
