import { describe, expect, test } from 'vitest';
import { nearestName, suggestion } from '../../../src/engine/input/nearest-name.js';

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
