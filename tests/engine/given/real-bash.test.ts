import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lexPosix } from '../../../src/engine/given/curl/lex-posix.js';

const plain = fc.stringMatching(/^[\w./:@%+=,-]{1,8}$/);
/** Texts with what shells, JSON and people have in them. */
const texts = fc.string({
  unit: fc.constantFrom(...'ab {}"\'\\$`!\n\t&|;<>()#*?[]~é…'.split('')),
  maxLength: 12,
});

/** One word in one of the ways in which it can be quoted. */
const words = fc.oneof(
  plain,
  texts.map((text) => `'${text.replaceAll("'", `'\\''`)}'`),
  texts.map((text) => `"${text.replace(/[\\"$`]/g, '\\$&')}"`),
  texts.map(
    (text) =>
      `$'${text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n').replaceAll('é', '\\303\\251')}'`,
  ),
  texts.map((text) => text.replace(/[^\w\n]/gu, '\\$&').replaceAll('\n', () => `$'\\n'`) || "''"),
);
const spaces = fc.constantFrom(' ', '  ', '\t', ' \\\n', ' \\\n  ');
const commands = fc.array(fc.tuple(fc.array(words, { minLength: 1, maxLength: 3 }), spaces), {
  minLength: 1,
  maxLength: 6,
});

test('words are those of bash, however they are quoted', () => {
  const cases = fc
    .sample(commands, { numRuns: 400, seed: 42 })
    .map((command) => command.map(([parts, space]) => `${space}${parts.join('')}`).join(''));
  const script = cases.map((line) => `printf '%s\\0'${line}; printf '\\1'`).join('\n');
  const printed = execFileSync('bash', ['--norc'], { input: script, encoding: 'utf8' });
  const expected = printed
    .split('\u0001')
    .slice(0, -1)
    .map((line) => line.split('\0').slice(0, -1));
  expect(expected).toHaveLength(cases.length);
  for (const [index, line] of cases.entries()) {
    const { words: read, ended } = lexPosix(line, 0, 'curl.txt', new Map());
    expect(ended, line).toBe('');
    expect(
      read.map(({ text }) => text),
      line,
    ).toEqual(expected[index]);
  }
});
