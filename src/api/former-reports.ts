import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isReportFile } from '../../reports/formats.js';
import type { Result } from '../../schemas/generated/result.js';

/** As much of a result as has what it says of its run. */
const headBytes = 4096;

/** Name of an attestation, which vouches for the result.json next to it. */
const attestation = 'attestation.intoto.json';

/**
 * Names of the reports in a folder that are of another run than a result: all of them if that is so of the result.json
 * there, and else those from before the end of its run.
 */
export function formerReports(folder: string, { run }: Result): string[] {
  const reports = readdirSync(folder).filter((name) => isReportFile(name) || name === attestation);
  const ofAnother =
    reports.includes('result.json') && startOf(join(folder, 'result.json')) !== run.startedAt;
  const end = Date.parse(run.finishedAt);
  return reports.filter((name) => ofAnother || statSync(join(folder, name)).mtimeMs < end).sort();
}

/** Says which reports in a folder are of an earlier run: read with those of this one, they would mislead. */
export function formerText(former: readonly string[], out: string): string {
  if (former.length === 0) return '';
  const one = former.length === 1;
  return (
    `${out} also holds ${one ? 'a report' : 'reports'} of an earlier run, which this one did not write: ${former.join(', ')}.\n` +
    `  Nothing was removed. Remove ${one ? 'it' : 'them'}, or write into another folder.\n`
  );
}

/** When the run of a result began; undefined for a file that is none. It stands at the beginning, and a result can be large. */
function startOf(file: string): string | undefined {
  const handle = openSync(file, 'r');
  try {
    const head = Buffer.alloc(headBytes);
    const length = readSync(handle, head);
    const text = head.toString('utf8', 0, length);
    return /"run"\s*:\s*\{\s*"startedAt"\s*:\s*"([^"]*)"/.exec(text)?.[1];
  } catch {
    return undefined;
  } finally {
    closeSync(handle);
  }
}
