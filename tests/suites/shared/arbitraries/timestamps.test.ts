import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTimestamp } from '../../../../src/protocol/timestamp.js';
import { timestampForms } from '../../../../src/protocol/timestamp-forms.js';
import { farOff, farOffExamples } from '../../../../suites/shared/arbitraries/far-off.js';
import {
  type FamilyName,
  timestampExamples,
} from '../../../../suites/shared/arbitraries/timestamp-examples.js';
import * as families from '../../../../suites/shared/arbitraries/timestamps.js';

const instants = ['2024-02-29T16:59:59Z', '2025-12-31T23:59:30Z', '2026-06-15T03:04:05Z'].map(
  (text) => Date.parse(text),
);

function kindOf(text: string): string {
  const parsed = parseTimestamp(text);
  return parsed.ok ? 'none' : parsed.problem.kind;
}

describe.for(Object.keys(families) as FamilyName[])('%s', (family) => {
  describe.for(timestampForms)('of the form %s', (form) => {
    test.for(instants)('has examples with the mistakes of its random members, at %i', (now) => {
      const members = fc.sample(families[family](now, form), { seed: 1, numRuns: 300 });
      const random = new Set(members.map(kindOf));
      const examples = timestampExamples(family, now, form);
      expect(examples).not.toEqual([]);
      expect(new Set(examples).size).toBe(examples.length);
      for (const example of examples) expect([...random], example).toContain(kindOf(example));
      // No family but this one may hold what is right in some document's form.
      if (family !== 'withoutOffset')
        for (const text of [...members, ...examples])
          expect(parseTimestamp(text, timestampForms).ok, text).toBe(false);
    });
  });
});

describe('what is far off', () => {
  const hour = 3600;
  const random = fc.sample(farOff, { seed: 1, numRuns: 2000 });

  test('is never a whole number of hours', () => {
    expect([...farOffExamples, ...random].filter((seconds) => seconds % hour === 0)).toEqual([]);
  });

  test('lies a day to about a year away, and the examples up to sixty years', () => {
    for (const seconds of [...farOffExamples, ...random])
      expect(seconds).toBeGreaterThan(24 * hour);
    expect(Math.max(...random)).toBeLessThan(366 * 24 * hour);
    expect(Math.max(...farOffExamples)).toBeLessThan(61 * 365 * 24 * hour);
  });

  test('is near whole days, near whole hours, and anywhere in between', () => {
    const near = (unit: number) => (seconds: number) =>
      Math.min(seconds % unit, unit - (seconds % unit)) <= 60;
    const days = random.filter(near(24 * hour)).length;
    const hours = random.filter(near(hour)).length;
    expect(days).toBeGreaterThan(300);
    expect(hours - days).toBeGreaterThan(300);
    expect(random.length - hours).toBeGreaterThan(300);
  });
});
