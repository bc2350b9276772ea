import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonProblem } from '../../../../src/engine/input/reading/json-problem.js';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("it agrees with node's parser on what is JSON", () => {
  const near = fc
    .tuple(
      fc.json(),
      fc.nat(),
      fc.constantFrom('', ',', '}', ']', '"', ':', '\\', '0', '-', '\n', '\u0001', 'e'),
    )
    .map(([json, at, insert]) => {
      const place = at % (json.length + 1);
      return json.slice(0, place) + insert + json.slice(place + (at % 2));
    });

  test('for JSON, laid out in any way', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2, '\t'), (value, indent) => {
        expect(jsonProblem(`\r\n${JSON.stringify(value, undefined, indent)} `)).toBeUndefined();
      }),
    );
  });

  test('for what is nearly JSON, and for any text', () => {
    fc.assert(
      fc.property(fc.oneof(near, fc.string()), (text) => {
        expect(jsonProblem(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });
});

test('the place is where the text before it could still become JSON', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (json, at) => {
      const place = at % (json.length + 1);
      const problem = jsonProblem(`${json.slice(0, place)}\u0000${json.slice(place)}`);
      expect(problem).toBeDefined();
      // In a text in quotes it is the opening quote that is named.
      expect((problem?.column ?? 0) - 1).toBeLessThanOrEqual(place);
    }),
  );
});

test.for([
  ['{"a" 1}', 'a colon is missing', 1, 6],
  ['{"a":1 "b":2}', 'a comma or } is missing', 1, 8],
  ['[1\n2]', 'a comma or ] is missing', 2, 1],
  ['[1,]', 'a comma too many', 1, 4],
  ['{"a":1,}', 'a comma too many', 1, 8],
  ['{a:1}', 'a member name in double quotes is missing', 1, 2],
  ["['a']", 'texts stand in double quotes', 1, 2],
  ['{"a": "b', 'a text in quotes is not closed, or holds a line break or a bad escape', 1, 7],
  ['{"a":', 'the text ends too early', 1, 6],
  ['[1', 'the text ends too early', 1, 3],
  ['# x', 'comments are not allowed', 1, 1],
  ['{"a": undefined}', 'this is no value', 1, 7],
  ['01', 'the text should end here', 1, 2],
  ['{}\n\n x', 'the text should end here', 3, 2],
  ['['.repeat(501), 'values are nested deeper than 500 levels', 1, 502],
  [`${'['.repeat(500)}`, 'the text ends too early', 1, 501],
] as const)('%j: %s', ([text, what, line, column]) => {
  expect(jsonProblem(text)).toEqual({ what, line, column });
});

test('the deepest nesting that is read is JSON', () => {
  expect(jsonProblem(`${'['.repeat(500)}${']'.repeat(500)}`)).toBeUndefined();
  expect(jsonProblem('['.repeat(1_000_000))?.what).toContain('deeper than 500 levels');
});
