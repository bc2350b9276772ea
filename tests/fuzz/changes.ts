import fc from 'fast-check';
import type { Change, Tree } from './tree.js';

/** Names that mean something to a runtime, to a file system, to a terminal, or to nobody. */
const names = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'length'],
  ...[
    '',
    ' ',
    '0',
    '-1',
    '$ref',
    '/',
    '~1',
    'a/b',
    '%',
    'name',
    'unknown',
    '\ud800',
    '\u0000',
    'x'.repeat(3000),
  ],
  ...['+', '-'],
];

const texts = [
  ...[
    '',
    ' ',
    '\0',
    '\n',
    '\u001b[31m',
    '\u202e',
    '\ud800',
    '\udfff',
    '\ufeff',
    'é',
    '💥',
    '${HOME}',
    '${NOWHERE}',
  ],
  ...[
    '../../x',
    '/etc/x',
    '..',
    '.',
    'CON',
    'NUL.txt',
    'a\\b',
    '~',
    'C:\\x',
    'file:///etc/passwd',
    'x'.repeat(300),
    'x'.repeat(40_000),
  ],
  ...[
    'http://',
    'http://a b',
    'http://[::1',
    'http://user:pass@host/',
    'https://host:99999',
    'ftp://x',
    '/%zz',
    '//',
    '?',
  ],
  ...[
    '[',
    '(a+)+$',
    '\\',
    '^(?<n>a)\\k<m>',
    '*',
    '&a',
    '!!js/function',
    '2026-02-31',
    '9'.repeat(400),
    'NaN',
    'null',
  ],
  ...[
    '-----BEGIN PRIVATE KEY-----',
    '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----',
  ],
];

const numbers = [0, -0, -1, 1.5, 1e308, -1e308, 5e-324, 2 ** 53, 2 ** 31, 4294967296, 255];

const scalar: fc.Arbitrary<Tree> = fc.oneof(
  fc.constantFrom(...texts).map((text): Tree => ({ scalar: text })),
  fc.constantFrom(...numbers).map((number): Tree => ({ scalar: number })),
  fc.constantFrom(true, false, null).map((value): Tree => ({ scalar: value })),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text): Tree => ({ scalar: text })),
);

const value: fc.Arbitrary<Tree> = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }).map((items): Tree => ({ items })) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.tuple(fc.constantFrom(...names), scalar), { maxLength: 3 })
      .map((members): Tree => ({ members })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      depth: fc.constantFrom(3, 60, 600, 3000, 30_000),
      inList: fc.boolean(),
    }),
  },
);

/** What is done to a valid value, at its places. */
export const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    where: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    how: fc.constantFrom(
      'replace',
      'replace',
      'replace',
      'remove',
      'double',
      'rename',
      'add',
      'wrap',
      'fetch',
    ),
    name: fc.constantFrom(...names),
    value,
  }),
  { minLength: 1, maxLength: 3 },
);

/** What means something to a reader of JSON or YAML. */
export const pieces = [
  ...[
    '',
    '\n',
    '\t',
    '"',
    "'",
    '\\',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    ': ',
    '- ',
    '#',
    '//',
    'null',
    '1e999',
    '\0',
    '\ud800',
    '\ufeff',
  ],
  ...[
    '&a ',
    '*a',
    '*nowhere',
    '<<: *a',
    '!!binary ',
    '!!set ',
    '!!timestamp ',
    '!<tag:x> ',
    '%YAML 1.1\n---\n',
    '---\n',
    '...\n',
    '|\n',
    '>-\n',
    '? ',
    '@',
    '`',
  ],
  ...[
    '"__proto__": {"x": 1},',
    '"constructor": 1,',
    '${HOME}',
    '${NOWHERE}',
    '\\u0000',
    '\\ud800',
    '['.repeat(700),
    '{"a":'.repeat(700),
  ],
];
