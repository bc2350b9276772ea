import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultReporters, type ReporterName, reporterNames } from '../../reports/formats.js';
import { renderReport } from '../../reports/render.js';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { allReports } from '../support/all-reports.js';
import { rich } from './fixtures/result.js';

const page = readFileSync(join(packageRoot, 'docs/reports.md'), 'utf8');

/** The rows of the page's table: a format's name, and the names of its files. */
const told = [...page.matchAll(/^\| `([a-z][a-z-]*)` +\| ([^|]+) \|/gm)].map(
  ([, name = '', writes = '']) => ({
    name,
    files: [...writes.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file),
  }),
);

const filesOf = async (name: ReporterName) =>
  (await renderReport(name, rich)).flatMap(({ file }) => file ?? []);

describe('the formats', () => {
  it('are those of docs/reports.md, in its order', () => {
    expect(told.map(({ name }) => name)).toEqual(reporterNames);
  });

  it.each(told)('$name writes the files that the page names', async ({ name, files }) => {
    const targets = ['doku-sandbox', 'bank'];
    const expected = files.flatMap((file) =>
      file.includes('TARGET') ? targets.map((target) => file.replace('TARGET', target)) : [file],
    );
    expect(await filesOf(name as ReporterName)).toEqual(expected);
  });

  it('that are written by default are those of the page', async () => {
    const [sentence = ''] = /^`run` and `demo` write .*/m.exec(page) ?? [];
    const [files = ''] = sentence.split(' to `snap-report/`');
    const named = [...files.matchAll(/`([\w.]+\.\w+)`/g)].map(([, file]) => file);
    expect((await Promise.all(defaultReporters.map(filesOf))).flat()).toEqual(named);
  });

  it('say the same twice and change nothing', async () => {
    const copy = structuredClone(rich);
    expect(await allReports(rich)).toEqual(await allReports(copy));
    expect(rich).toEqual(copy);
  });
});
