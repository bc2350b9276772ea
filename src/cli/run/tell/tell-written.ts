import type { WrittenReports } from '../../../api/write-reports.js';
import { systemProblem } from '../../../engine/input/system-problem.js';
import { shellWords } from '../../../engine/input/text.js';

/**
 * Says in one error which reports could not be written, why, and what was saved.
 *
 * @param journal The journal of the run, which stays if there are such reports.
 * @returns false when the result itself isn't there
 * @throws the error of a report that could not be made, which is a mistake of this package
 */
export function tellUnwritten(
  { broken, files }: WrittenReports,
  { out, journal }: { out: string; journal?: string },
): boolean {
  if (broken.length === 0) return true;
  const reasons = new Map<string, string[]>();
  for (const { name, error } of broken) {
    const why = systemProblem(error);
    if (why === undefined) throw error;
    reasons.set(why, [...(reasons.get(why) ?? []), name]);
  }
  const lines = [...reasons].map(([why, names]) => `  not written: ${names.join(', ')}: ${why}\n`);
  const saved = files.length > 0 ? files.map(({ path }) => path).join(', ') : 'no report';
  const recover =
    journal === undefined ? '' : `snap-conformance report --recover ${shellWords([journal])}`;
  process.stderr.write(
    `Not all reports could be written to ${out}\n${lines.join('')}  saved: ${saved}${
      journal === undefined ? '' : `, and the journal of the run, ${journal}`
    }\n${journal === undefined ? '' : `  Once that is mended, this writes them: ${recover}\n`}`,
  );
  return files.some(({ name }) => name === 'json');
}
