import { writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { reports } from '../../reports/index.js';
import type { Result } from '../../schemas/generated/result.js';
import { requireNames } from './require-names.js';

/** The name of a report's format, as `--reporter` takes it. */
export type ReporterName = keyof typeof reports;

/** @throws InputProblem for a name that no format has. */
export function requireReporters(names: readonly string[]): ReporterName[] {
  requireNames('reporter', names, Object.keys(reports));
  return [...new Set(names)] as ReporterName[];
}

/** Writes a result in each format; gives the paths, as seen from the working directory. */
export function writeReports(
  result: Result,
  names: readonly ReporterName[],
  out: string,
): { name: ReporterName; path: string }[] {
  return names.map((name) => {
    const { file, render } = reports[name];
    const path = join(out, file);
    writeFileSync(path, render(result));
    return { name, path: relative(process.cwd(), resolve(path)) };
  });
}
