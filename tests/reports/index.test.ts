import { describe, expect, it } from 'vitest';
import { reports } from '../../reports/index.js';
import { rich } from './fixtures/result.js';

describe('the reports', () => {
  it('write the files that a run promises', () => {
    expect(
      Object.values(reports)
        .map(({ file }) => file)
        .sort(),
    ).toEqual(['junit.xml', 'report.html', 'result.json']);
  });

  it.each(Object.entries(reports))(
    '%s gives the same text twice and changes nothing',
    (_, report) => {
      const copy = structuredClone(rich);
      expect(report.render(rich)).toBe(report.render(copy));
      expect(rich).toEqual(copy);
    },
  );
});
