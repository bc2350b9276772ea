import { randomUUID } from 'node:crypto';
import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type ReporterName, reporterNames } from '../../reports/formats.js';
import { renderReport, whole } from '../../reports/render.js';
import type { RenderOptions, ReportFile } from '../../reports/report.js';
import type { Result } from '../../schemas/generated/result.js';
import { requireNames } from '../engine/input/require-names.js';

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
  broken: { name: ReporterName; error: unknown }[];
}

/**
 * Writes a result in each format. A file is written whole or not at all, and a format that fails doesn't
 * keep the others from being written.
 */
export async function writeReports(
  result: Result,
  names: readonly ReporterName[],
  out: string,
  options?: RenderOptions,
): Promise<WrittenReports> {
  const written: WrittenReports = { files: [], printed: '', broken: [] };
  for (const name of names) {
    try {
      for (const { file, content } of await renderReport(name, result, options)) {
        if (file === undefined) written.printed += String(whole(content));
        else written.files.push({ name, path: writeFile(out, { file, content }) });
      }
    } catch (error) {
      written.broken.push({ name, error });
    }
  }
  return written;
}

function writeContent(path: string, content: ReportFile['content']): void {
  if (typeof content === 'string' || content instanceof Uint8Array)
    return writeFileSync(path, content);
  const file = openSync(path, 'w');
  try {
    for (const piece of content) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
}

function writeFile(out: string, { file, content }: Required<ReportFile>): string {
  const path = join(out, file);
  // In the same folder, because a move is atomic only within one file system.
  const draft = join(out, `.${randomUUID()}.tmp`);
  try {
    writeContent(draft, content);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
  return relative(process.cwd(), resolve(path));
}
