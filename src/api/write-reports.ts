import { join, relative, resolve } from 'node:path';
import { type ReporterName, reporterNames } from '../../reports/formats.js';
import { renderReport, whole } from '../../reports/render.js';
import type { RenderOptions, ReportFile } from '../../reports/report.js';
import type { Result } from '../../schemas/generated/result.js';
import { requireNames } from '../engine/input/require-names.js';
import { type DraftFile, draftFile } from '../engine/input/writing/draft-file.js';
import { formerReports } from './former-reports.js';

/** @throws InputProblem when no format has the name. */
export function requireReporters(names: readonly string[]): ReporterName[] {
  requireNames('reporter', names, reporterNames);
  return [...new Set(names)] as ReporterName[];
}

/** What became of the requested formats. */
export interface WrittenReports {
  /** Paths from the working directory. */
  files: { name: string; path: string }[];
  /** Texts for standard output. */
  printed: string;
  /** Formats that could not be made or written. */
  broken: { name: string; error: unknown }[];
  /** Names of reports in the folder that are of an earlier run: they stay, and say nothing of this one. */
  former: string[];
}

/** The files of one format, complete, but not in their places yet. */
interface Drafts {
  name: ReporterName;
  drafts: { draft: DraftFile; path: string }[];
}

/**
 * Writes a result in each format. A file is written whole or not at all, and a format that fails doesn't
 * keep the others from being written. All are complete before the first one is put in its place, so that a process
 * that is killed hardly ever leaves those of two runs.
 */
export async function writeReports(
  result: Result,
  names: readonly ReporterName[],
  out: string,
  options?: RenderOptions,
): Promise<WrittenReports> {
  const written: WrittenReports = { files: [], printed: '', broken: [], former: [] };
  const complete: Drafts[] = [];
  const former = formerReports(out, result);
  // The others can be made again from this one, so it gets what room there is.
  for (const name of names.toSorted((a, b) => Number(b === 'json') - Number(a === 'json'))) {
    const drafts: Drafts['drafts'] = [];
    try {
      for (const { file, content } of await renderReport(name, result, options)) {
        if (file === undefined) written.printed += String(whole(content));
        else drafts.push(draftOf(out, { file, content }));
      }
      complete.push({ name, drafts });
    } catch (error) {
      for (const { draft } of drafts) draft.discard();
      written.broken.push({ name, error });
    }
  }
  for (const { name, drafts } of complete) {
    try {
      for (const { draft } of drafts) draft.commit();
      written.files.push(...drafts.map(({ path }) => ({ name, path: shown(path) })));
    } catch (error) {
      for (const { draft } of drafts) draft.discard();
      written.broken.push({ name, error });
    }
  }
  const own = new Set(written.files.map(({ path }) => resolve(path)));
  written.former = former.filter((file) => !own.has(resolve(out, file)));
  return written;
}

function draftOf(out: string, { file, content }: Required<ReportFile>) {
  const path = join(out, file);
  return { path, draft: draftFile(path, content) };
}

function shown(path: string): string {
  return relative(process.cwd(), resolve(path));
}
