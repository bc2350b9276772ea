import type { Result } from '../schemas/generated/result.js';
import { loadReport, type ReporterName } from './formats.js';
import type { RenderOptions, ReportFile } from './report.js';

/** The files of a result in one format, in memory; a file without a name is for standard output. */
export async function renderReport(
  name: ReporterName,
  result: Result,
  options?: RenderOptions,
): Promise<ReportFile[]> {
  const report = await loadReport(name);
  if ('files' in report) return report.files(result, options);
  const content = report.pieces?.(result, options) ?? report.render(result, options);
  return [{ ...(report.file !== undefined && { file: report.file }), content }];
}

/** The content of a report's file in one piece. */
export function whole(content: ReportFile['content']): string | Uint8Array {
  return typeof content === 'string' || content instanceof Uint8Array
    ? content
    : [...content].join('');
}
