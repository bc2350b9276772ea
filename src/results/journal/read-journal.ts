import { InputProblem } from '../../engine/input/input-problem.js';
import { mostResultBytes, readBytes } from '../../engine/input/reading/read-bytes.js';
import type {
  CheckDone,
  JournalEntry,
  ResultHead,
  TargetDone,
} from '../../engine/run/journal-entry.js';
import type { OpenTarget } from '../../engine/run/result/open-target.js';
import { type JournalContext, type JournalHeader, journalVersion } from './run-journal.js';

/** What a journal says of one target. */
export interface JournaledTarget {
  open: OpenTarget;
  checks: CheckDone[];
  /** Absent if the run ended before all was done for it. */
  done?: TargetDone;
}

/** What a journal says. */
export interface Journal {
  /** The file as the user named it. */
  file: string;
  context: JournalContext;
  head: ResultHead;
  /** In the order of the run. */
  targets: JournaledTarget[];
  /** The last line was cut off when the run was killed, and is left out. */
  cut: boolean;
}

/**
 * Reads the journal of a run that may have been killed amid a line.
 *
 * @param shown The file as the user named it.
 * @throws InputProblem when it can't be read, is no journal, or was written by a newer version.
 */
export function readJournal(path: string, shown: string = path): Journal {
  const { lines, cut } = linesOf(readBytes(path, shown, mostResultBytes), shown);
  const [header, run, ...entries] = lines;
  const foreign = (line: number, what: string) =>
    new InputProblem('not-a-journal', what, {
      file: `${shown}:${line}`,
      remedy: 'Name a journal-….jsonl as a run left it, or the folder that it is in.',
    });
  if (!isHeader(header)) throw foreign(1, 'this is not the journal of a run');
  if (header.version > journalVersion)
    throw new InputProblem(
      'result-too-new',
      `written by a newer snap-conformance: the journal has version ${header.version}, and this one reads ${journalVersion}`,
      {
        file: shown,
        remedy:
          'Read it with that version of this package; docs/install.md says how to install one.',
      },
    );
  if (run === undefined)
    throw new InputProblem('not-a-journal', 'the run was killed before it began', {
      file: shown,
      remedy: 'There is nothing to recover: start the run again.',
    });
  if (!isEntry(run) || run.entry !== 'run')
    throw foreign(2, 'this line is not the one that begins a run');
  const targets = new Map<string, JournaledTarget>();
  for (const [index, entry] of entries.entries()) {
    const isWhole = isEntry(entry) && take(targets, entry);
    if (!isWhole) throw foreign(index + 3, 'this line was not written by a run');
  }
  const { entry: _, version: __, ...context } = header;
  return { file: shown, context, head: run.head, targets: [...targets.values()], cut };
}

/** Takes in an entry; false for one that doesn't belong there. */
function take(targets: Map<string, JournaledTarget>, entry: JournalEntry): boolean {
  if (entry.entry === 'run') return false;
  if (entry.entry === 'target') {
    const { result } = entry.target;
    if (!has(result, { name: 'string', checks: 'object' })) return false;
    targets.set(result.name, { open: entry.target, checks: [] });
    return true;
  }
  const target = targets.get(entry.target);
  if (!target) return false;
  if (entry.entry === 'check') target.checks.push(entry);
  else target.done = entry;
  return true;
}

/** The lines as data. What follows the last line break was cut off, and so was a last line that is no JSON. */
function linesOf(bytes: Buffer, shown: string): { lines: unknown[]; cut: boolean } {
  const lines: unknown[] = [];
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    const text = bytes.toString('utf8', start, end);
    start = end + 1;
    try {
      lines.push(JSON.parse(text));
    } catch {
      // A power loss can leave a part of the file empty, with the end in place.
      if (start === bytes.length && lines.length > 0) return { lines, cut: true };
      throw new InputProblem('not-a-journal', 'this line is not JSON', {
        file: `${shown}:${lines.length + 1}`,
        remedy: 'Name a journal-….jsonl as a run left it, or the folder that it is in.',
      });
    }
  }
  return { lines, cut: start < bytes.length };
}

function isHeader(line: unknown): line is JournalHeader {
  return has(line, { entry: 'string', version: 'number' }) && line['entry'] === 'journal';
}

/** The members that each entry needs to be taken for one; the result that comes of them is validated. */
const members: Readonly<Record<JournalEntry['entry'], Readonly<Record<string, string>>>> = {
  run: { head: 'object' },
  target: { target: 'object' },
  check: { target: 'string', at: 'number', check: 'object', exchanges: 'object' },
  'target-done': { target: 'string', at: 'number', status: 'object', likenesses: 'object' },
};

function isEntry(line: unknown): line is JournalEntry {
  if (!has(line, { entry: 'string' })) return false;
  const wanted = members[line['entry'] as JournalEntry['entry']];
  return wanted !== undefined && has(line, wanted);
}

function has(
  value: unknown,
  wanted: Readonly<Record<string, string>>,
): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const found = value as Record<string, unknown>;
  return Object.entries(wanted).every(
    ([name, type]) => typeof found[name] === type && found[name] !== null,
  );
}
