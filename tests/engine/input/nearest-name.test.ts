import { expect, test } from 'vitest';
import { nearestName, suggestion } from '../../../src/engine/input/nearest-name.js';

const names = ['timestamp', 'signature', 'rate'];

test.for([
  ['timestmp', 'timestamp'],
  ['TIMESTAMP', 'timestamp'],
  ['rat', 'rate'],
  ['signatures', 'signature'],
  ['concurrency', undefined],
] as const)('the nearest name of %s: %s', ([typed, near]) => {
  expect(nearestName(typed, names)).toBe(near);
});

test('a suggestion is the nearest name, or all of them', () => {
  expect(suggestion('rte', names)).toBe('Did you mean "rate"?');
  expect(suggestion('nothing', names)).toBe('Known: timestamp, signature, rate.');
  expect(nearestName('a', [])).toBeUndefined();
});
