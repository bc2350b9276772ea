import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { shippedSuites } from '../../api/shipped-suites.js';
import { requireReporters } from '../../api/write-reports.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import { journalsIn } from '../../results/journal/journals-in.js';
import { readJournal } from '../../results/journal/read-journal.js';
import { recoverResult } from '../../results/journal/recover-result.js';
import { loadSigningKey } from '../../results/signing-key.js';
import { certificationOf } from '../shared/certification.js';
import { makeFolder } from '../shared/make-folder.js';
import { readKeyFile } from '../shared/read-key-file.js';
import type { ReportFlags } from './flags.js';
import { writeResult } from './write-result.js';

/**
 * Writes the reports of a run that was killed, from its journal. The journal is removed once result.json and all that
 * was asked for is in its folder, as the run would have done.
 *
 * @param from The journal, or the folder that holds it.
 * @param out The folder of the reports; by default that of the journal.
 * @returns the exit status that a run of this result would have had
 * @throws InputProblem when there is no journal, it can't be read, or options don't fit.
 */
export async function recoverReports(
  from: string,
  files: readonly string[],
  {
    out: folder,
    reporter,
    lang,
    attest,
    certification: head,
  }: Omit<ReportFlags, 'out'> & { out?: string },
): Promise<number> {
  if (files.length > 0)
    throw new InputProblem('conflicting-options', '--recover makes a result, and takes none', {
      remedy: 'Recover first; then name its result.json with the others.',
    });
  const names = requireReporters(reporter);
  const certification = certificationOf(head);
  const key = attest === undefined ? undefined : readKeyFile(attest, '--attest', loadSigningKey);
  const file = journalAt(from);
  const out = folder ?? dirname(file);
  const journal = readJournal(resolve(file), file);
  const result = recoverResult(journal, shippedSuites());
  if (journal.cut)
    process.stderr.write(
      `${file}: the last line was cut off when the run was killed; it is left out.\n`,
    );
  makeFolder(out, '--out DIR');
  const { configFile } = journal.context;
  const all = key && !names.includes('json') ? [...names, 'json' as const] : names;
  const { status, complete } = await writeResult(result, {
    ...{ out, key, names: all, journal: file },
    ...(lang && { lang }),
    ...(certification && { certification }),
    ...(configFile !== undefined && { configFile }),
  });
  if (complete && all.includes('json') && resolve(out) === resolve(dirname(file)))
    rmSync(file, { force: true });
  return status;
}

/** The journal that is meant: the newest of a folder. */
function journalAt(from: string): string {
  if (!existsSync(from))
    throw new InputProblem('file-not-found', "can't read the journal: there is no such folder", {
      file: from,
      remedy: 'Name the folder of the reports of the run that was killed, its --out.',
    });
  if (!statSync(from).isDirectory()) return from;
  const [newest, ...others] = journalsIn(from);
  if (newest === undefined)
    throw new InputProblem('no-journal', 'there is no journal of a run that did not end', {
      file: from,
      remedy: 'A run removes its journal once its reports are complete: look for a result.json.',
    });
  if (others.length > 0)
    process.stderr.write(
      `${from} holds ${others.length + 1} journals; this is the newest, ${newest}. The others stay: ${others.join(', ')}.\n`,
    );
  return newest;
}
