import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isReportFile, reporterNames } from '../../reports/formats.js';
import { writeReports } from '../../src/api/write-reports.js';
import { workspace } from '../cli/workspace.js';
import { rich } from '../reports/fixtures/result.js';

it('writes every format, and gives what is for standard output', async () => {
  const { path } = workspace();
  const { files, printed, broken } = await writeReports(rich, reporterNames, path, {
    configFile: 'snap.config.yaml',
  });
  expect(broken).toEqual([]);
  expect(files.map((file) => file.path.split('/').at(-1)).sort()).toEqual(readdirSync(path).sort());
  expect(files.map(({ name }) => name)).toContain('xlsx');
  // Each is known for a report when it lies in a folder.
  expect(readdirSync(path).filter((name) => !isReportFile(name))).toEqual([]);
  expect(printed).toContain('::error file=snap.config.yaml,title=doku sandbox%3A ');
  expect(readFileSync(join(path, 'evidence.xlsx')).subarray(0, 2).toString()).toBe('PK');
});

it('writes the other formats if one cannot be written, and leaves no draft behind', async () => {
  const { path } = workspace();
  mkdirSync(join(path, 'result.json/taken'), { recursive: true });
  const { files, broken } = await writeReports(rich, ['json', 'junit', 'sarif'], path);
  expect(broken.map(({ name, error }) => `${name}: ${error}`)).toEqual([
    expect.stringMatching(/^json: Error: EISDIR/),
  ]);
  expect(files.map(({ name }) => name)).toEqual(['junit', 'sarif']);
  expect(readdirSync(path).sort()).toEqual(['junit.xml', 'result.json', 'results.sarif']);
});

it('leaves an older file as it was until the new one is complete', async () => {
  const space = workspace();
  space.write('junit.xml', 'former');
  // What can't be rendered: a result of another shape.
  const { broken } = await writeReports({ ...rich, targets: null as never }, ['junit'], space.path);
  expect(broken).toHaveLength(1);
  expect(space.read('junit.xml')).toBe('former');
});
