import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapePointer, pointerTokens, valueAt } from '../../../src/engine/input/json-pointer.js';
import { nearestName, suggestion } from '../../../src/engine/input/nearest-name.js';
import { shownValue } from '../../../src/engine/input/shown-value.js';
import { replayCommand } from '../../../src/engine/run/replay.js';
import { Tally } from '../../../src/engine/session/tally.js';

describe('JSON pointers', () => {
  test('lead back to the names they were made of', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (names) => {
        const pointer = names.map((name) => `/${escapePointer(name)}`).join('');
        expect(pointerTokens(pointer)).toEqual(names);
      }),
    );
  });

  test('lead to values, and not to what an object has from its class', () => {
    const document = { a: [{ 'b/c': 1 }] };
    expect(valueAt(document, '')).toBe(document);
    expect(valueAt(document, '/a/0/b~1c')).toBe(1);
    for (const pointer of ['/b', '/a/1', '/a/0/b~1c/d', '/constructor', '/a/length/x'])
      expect(valueAt(document, pointer)).toBeUndefined();
  });
});

describe('the nearest name', () => {
  const names = ['timestamp', 'signature', 'rate'];

  test.for([
    ['timestmp', 'timestamp'],
    ['TIMESTAMP', 'timestamp'],
    ['rat', 'rate'],
    ['signatures', 'signature'],
    ['concurrency', undefined],
  ] as const)('of %s: %s', ([typed, near]) => {
    expect(nearestName(typed, names)).toBe(near);
  });

  test('or all of them', () => {
    expect(suggestion('rte', names)).toBe('Did you mean "rate"?');
    expect(suggestion('nothing', names)).toBe('Known: timestamp, signature, rate.');
    expect(nearestName('a', [])).toBeUndefined();
  });
});

test.for([
  ['a', '"a"'],
  [{ a: 1 }, '{"a":1}'],
  [undefined, 'undefined'],
  ['-----BEGIN PRIVATE KEY-----', 'a text of several lines'],
  ['a\nb', 'a text of several lines'],
  ['https://me:pass@a.example', '"https://…@a.example"'],
  ['x'.repeat(200), `"${'x'.repeat(79)}…`],
] as const)('a message shows %.30j as %s', ([value, shown]) => {
  expect(shownValue(value)).toBe(shown);
});

test('the tally counts all and keeps the smallest violation', () => {
  const tally = new Tally<string>();
  expect(tally.of('a')).toEqual({ judged: 0, violations: 0 });
  tally.add('a');
  tally.add('a', { message: 'm', evidence: 'large', size: 9 });
  tally.add('a', { message: 'm', evidence: 'small', size: 3 });
  tally.add('a', { message: 'm', evidence: 'as small', size: 3 });
  tally.add('b');
  expect(tally.of('a')).toEqual({
    judged: 4,
    violations: 3,
    smallest: { message: 'm', evidence: 'small', size: 3 },
  });
  expect(tally.of('b')).toEqual({ judged: 1, violations: 0 });
});

test('a replay command comes through a shell word by word', () => {
  const odd = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0'));
  fc.assert(
    fc.property(fc.array(odd, { maxLength: 3 }), odd, (words, target) => {
      const command = replayCommand(
        { replay: ['printf', '%s\\0', ...words], seed: -7, depth: 'quick' },
        target,
        ['a/b/c', 'a/d/e'],
      );
      const out = execFileSync('sh', ['-c', command], { encoding: 'utf8' });
      expect(out.split('\0').slice(0, -1)).toEqual([
        ...words,
        ...['--target', target, '--only', 'a/b/c,a/d/e', '--seed', '-7', '--depth', 'quick'],
      ]);
    }),
    { numRuns: 25 },
  );
});
