import { describe, expect, it } from 'vitest';
import { reports } from '../../reports/index.js';
import { reporterNames } from '../../reports/names.js';
import { renderReport } from '../../reports/render.js';
import { allReports } from '../support/all-reports.js';
import { rich } from './fixtures/result.js';

describe('the reports', () => {
  it('have the names that --reporter takes', () => {
    expect(Object.keys(reports)).toEqual([...reporterNames]);
  });

  it('write the files that a run promises', async () => {
    const files = await Promise.all(reporterNames.map((name) => renderReport(name, rich)));
    expect(files.flat().map(({ file }) => file ?? 'standard output')).toEqual([
      'result.json',
      'report.html',
      'junit.xml',
      'junit-doku-sandbox.xml',
      'junit-bank.xml',
      'results.sarif',
      'ctrf.json',
      'exchanges.har',
      'summary.md',
      'standard output',
      'badge.svg',
      'badge.json',
      'functional-test.xlsx',
    ]);
  });

  it('say the same twice and change nothing', async () => {
    const copy = structuredClone(rich);
    expect(await allReports(rich)).toEqual(await allReports(copy));
    expect(rich).toEqual(copy);
  });
});
