import { expect, test } from 'vitest';
import { parseWithNumbers } from '../../src/sandbox/faults/shared/json/number-tokens.js';
import { php, python } from '../../src/sandbox/faults/shared/json/other-languages.js';

const body =
  '{"n":[1.0,10000.00,1e2,-0,12345678901234567891,1e25,1.5e-7,0.10,-1.5],"t":["a/b","é😀","1.0","\\"2\\\\"],"o":{},"l":[]}';

test('Python: what json.dumps(json.loads(body)) of Python 3 prints', () => {
  expect(python(parseWithNumbers(body))).toBe(
    '{"n": [1.0, 10000.0, 100.0, 0, 12345678901234567891, 1e+25, 1.5e-07, 0.1, -1.5], "t": ["a/b", "\\u00e9\\ud83d\\ude00", "1.0", "\\"2\\\\"], "o": {}, "l": []}',
  );
});

test('PHP: what json_encode(json_decode($body)) of PHP 8.2 prints, with the flags', () => {
  const write = (flags: Parameters<typeof php>[1]) => php(parseWithNumbers(body), flags);
  const numbers = '"n":[1,10000,100,0,1.2345678901234567e+19,1.0e+25,1.5e-7,0.1,-1.5]';
  expect(write({})).toBe(
    `{${numbers},"t":["a\\/b","\\u00e9\\ud83d\\ude00","1.0","\\"2\\\\"],"o":{},"l":[]}`,
  );
  expect(write({ slashes: true, arrays: true })).toBe(
    `{${numbers},"t":["a/b","\\u00e9\\ud83d\\ude00","1.0","\\"2\\\\"],"o":[],"l":[]}`,
  );
  expect(write({ unicode: true })).toBe(
    `{${numbers},"t":["a\\/b","é😀","1.0","\\"2\\\\"],"o":{},"l":[]}`,
  );
});

test('what is no JSON is no JSON here either', () => {
  expect(() => parseWithNumbers('{"a":01}')).toThrow(SyntaxError);
});
