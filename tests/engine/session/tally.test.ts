import { expect, test } from 'vitest';
import { Tally } from '../../../src/engine/session/tally.js';

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
