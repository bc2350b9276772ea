import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { minify } from '../../src/protocol/minify.js';

const minified = (text: string) => minify(Buffer.from(text)).toString();

/** A second implementation of another kind: a tokenizer by regular expression. */
function byTokens(text: string): string {
  const tokens = text.match(/"(?:[^"\\]|\\[^])*"|[^ \t\n\r"]+/g) ?? [];
  return tokens.join('');
}

const space = fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\r'), maxLength: 3 });

/** Values as JSON.stringify writes them: compact, each in one spelling. */
const plain = fc.jsonValue().map((value) => JSON.stringify(value));

describe('minify', () => {
  it.each([
    ['{ "a" : [ 1 , 2 ] }', '{"a":[1,2]}'],
    [' \t\r\n{}\n', '{}'],
    ['{"a":"  b  c "}', '{"a":"  b  c "}'],
    ['{"a":"\\" b", "c":1}', '{"a":"\\" b","c":1}'],
    ['{"a":"\\\\" , "b":" "}', '{"a":"\\\\","b":" "}'],
    [
      '{"a":1.0, "b":1e2, "c":-0, "d":12345678901234567890}',
      '{"a":1.0,"b":1e2,"c":-0,"d":12345678901234567890}',
    ],
    ['{"a":"\\/ / é \\u00e9"}', '{"a":"\\/ / é \\u00e9"}'],
    ['{"b":1, "a":2}', '{"b":1,"a":2}'],
    ['', ''],
    [' ', ''],
  ])('%j', (text, expected) => {
    expect(minified(text)).toBe(expected);
  });

  it('leaves white space that JSON does not know, and bytes that are not UTF-8', () => {
    expect(minified('{"a":\u00a01}\u2028')).toBe('{"a":\u00a01}\u2028');
    expect(minify(Buffer.from([0xff, 0x20, 0xc3, 0x0a]))).toEqual(Buffer.from([0xff, 0xc3]));
  });

  it('takes nothing from a body that is already compact', () => {
    fc.assert(
      fc.property(plain, (text) => {
        expect(minified(text)).toBe(text);
      }),
    );
  });

  it('gives the compact text of any value that is written over several lines', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(1, 2, '\t', ' \t'), (value, indent) => {
        expect(minified(JSON.stringify(value, undefined, indent))).toBe(JSON.stringify(value));
      }),
    );
  });

  it('agrees with a tokenizer, whatever stands between the tokens and within strings', () => {
    const piece = fc.oneof(
      space,
      fc.constantFrom('{', '}', '[', ']', ':', ',', '1.0', '1e2', 'null', '"', '\\', '\\"'),
      fc.string().map((text) => JSON.stringify(text)),
      space.map((text) => `"${text.replace(/[\t\n\r]/g, ' ')}\\u00e9 \\/ é"`),
    );
    const text = fc
      .array(piece, { maxLength: 30 })
      .map((pieces) => pieces.join(''))
      // Where a string doesn't end there are no tokens to speak of.
      .filter((all) => /^(?:[^"\\]|"(?:[^"\\]|\\[^])*")*$/.test(all));
    fc.assert(
      fc.property(text, (all) => {
        expect(minified(all)).toBe(byTokens(all));
      }),
      { numRuns: 1000 },
    );
  });

  test('once is enough', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(minified(minified(text))).toBe(minified(text));
      }),
    );
  });
});
