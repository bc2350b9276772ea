import type { WrittenReports } from '../../../api/write-reports.js';
import { shellWords } from '../../../engine/input/text.js';
import { systemProblem } from '../../../engine/input/writing/system-problem.js';

/** A journal that stays when reports could not be written. */
export interface KeptJournal {
  path: string;
  /** It could not be written to its end. */
  isPart?: boolean;
}

/**
 * Says in one error which reports could not be written, why, and what was saved.
 *
 * @returns false when the result itself isn't there
 * @throws the error of a report that could not be made, which is a mistake of this package
 */
export function tellUnwritten(
  { broken, files }: WrittenReports,
  { out, journal }: { out: string; journal?: KeptJournal | undefined },
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
  process.stderr.write(
    `Not all reports could be written to ${out}\n${lines.join('')}  saved: ${saved}${journalText(journal)}\n`,
  );
  return files.some(({ name }) => name === 'json');
}

function journalText(journal: KeptJournal | undefined): string {
  if (!journal) return '';
  const { path, isPart } = journal;
  const holds = isPart
    ? `a part of what was found, in the journal ${path}`
    : `the journal of the run, ${path}`;
  const writes = isPart ? 'this writes the reports of that part' : 'this writes them';
  return `, and ${holds}\n  Once that is mended, ${writes}: snap-conformance report --recover ${shellWords([path])}`;
}
