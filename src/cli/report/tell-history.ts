import { join } from 'node:path';
import { historyFile, historyPage } from '../../../reports/history/page.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import { writeWhole } from '../../engine/input/writing/draft-file.js';
import { systemProblem } from '../../engine/input/writing/system-problem.js';
import { readHistory } from '../../results/history/read-history.js';
import { exitStatus } from '../shared/exit-status.js';
import { makeFolder } from '../shared/make-folder.js';
import { withoutCommands } from '../shared/without-commands.js';
import type { HistoryFlags } from './flags.js';
import { historyText } from './history-text.js';

/**
 * Writes the page of a history, and prints it in short.
 *
 * @returns the exit status
 * @throws InputProblem when a folder or a result can't be read, or is invalid, or the page can't be written.
 */
export function tellHistory(folders: readonly string[], { out, lang }: HistoryFlags): number {
  const { history, copies } = readHistory(folders);
  makeFolder(out, '--out DIR');
  const file = join(out, historyFile);
  try {
    writeWhole(file, historyPage(history, { ...(lang && { lang }) }));
  } catch (error) {
    throw new InputProblem('not-writable', `can't write there: ${systemProblem(error) ?? error}`, {
      file,
      remedy: 'Name another folder with --out DIR.',
    });
  }
  for (const copy of copies)
    process.stderr.write(`${copy} is a copy of another of these results; it is left out.\n`);
  process.stdout.write(withoutCommands(`${historyText(history)}\nWritten: ${file}\n`));
  return exitStatus.conformant;
}
