import { randomBytes } from 'node:crypto';
import { closeSync, fdatasync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputProblem } from '../../engine/input/input-problem.js';
import { systemProblem } from '../../engine/input/writing/system-problem.js';
import type { JournalEntry } from '../../engine/run/journal-entry.js';
import type { BaselineEntry } from '../baseline.js';

/** The version of the form that journals are written in. */
export const journalVersion = 1;

/** How often what was written is made safe from a loss of power, at most. */
const syncEveryMs = 1000;

/** What surrounds a run and its reports need. */
export interface JournalContext {
  /** The config, as a path from the working directory: some reports name it. */
  configFile?: string;
  /** The known failures before the run, and what they are held against. */
  baseline?: {
    file: string;
    known: readonly BaselineEntry[];
    /** Names of all targets of the config; absent without one. */
    targets?: readonly string[];
    /** Ids of all checks. */
    checks: readonly string[];
  };
}

/** The first line of a journal. */
export interface JournalHeader extends JournalContext {
  entry: 'journal';
  version: number;
}

/**
 * The journal of one run: a line of JSON for each entry, written in the order in which they come. Each is in the hands
 * of the system before `write` returns, so that it outlives the process, however that ends. Only a power loss can take
 * lines with it, those of about the last second: waiting for the disk at each check would slow a run.
 */
export class RunJournal {
  readonly path: string;
  readonly #file: number;
  #hasChecks = false;
  #isPart = false;
  #ended = false;
  #syncing: NodeJS.Timeout | undefined;

  /**
   * Begins a journal. No other run's is touched, each has a name of its own.
   *
   * @param onTrouble Called once if it can't be written any more: the run goes on without it.
   * @throws InputProblem when it can't be begun.
   */
  constructor(
    private readonly folder: string,
    context: JournalContext,
    private readonly onTrouble: (why: string) => void,
  ) {
    const began = new Date().toISOString().replace(/[-:.]/g, '');
    this.path = join(folder, `journal-${began}-${randomBytes(3).toString('hex')}.jsonl`);
    try {
      this.#file = openSync(this.path, 'wx');
    } catch (error) {
      throw notWritable(folder, error);
    }
    this.#append({ entry: 'journal', version: journalVersion, ...context } satisfies JournalHeader);
  }

  /** It could not be written to its end. */
  get isPart(): boolean {
    return this.#isPart;
  }

  /** Adds an entry. @throws InputProblem when there is no room, as long as the run hasn't begun its checks. */
  write(entry: JournalEntry): void {
    this.#hasChecks ||= entry.entry === 'check';
    this.#append(entry);
  }

  /** Ends the journal, once. It stays unless the reports are complete, or no check was done. */
  end(isComplete: boolean): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#syncing);
    closeSync(this.#file);
    if (isComplete || !this.#hasChecks) rmSync(this.path, { force: true });
  }

  #append(line: JournalHeader | JournalEntry): void {
    if (this.#isPart) return;
    try {
      writeFileSync(this.#file, `${JSON.stringify(line)}\n`);
    } catch (error) {
      if (!this.#hasChecks) {
        // Nothing was sent yet, and a run that can't be kept is wasted.
        this.end(false);
        throw notWritable(this.folder, error);
      }
      // What stands there until the line that was cut is good.
      this.#isPart = true;
      this.onTrouble(systemProblem(error) ?? String(error));
      return;
    }
    this.#syncing ??= setTimeout(() => {
      fdatasync(this.#file, () => {
        this.#syncing = undefined;
      });
    }, syncEveryMs).unref();
  }
}

function notWritable(folder: string, error: unknown): InputProblem {
  return new InputProblem('not-writable', `can't write there: ${systemProblem(error) ?? error}`, {
    file: folder,
    remedy: 'Make room there, or name another folder with --out DIR.',
  });
}
