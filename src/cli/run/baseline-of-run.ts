import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { dirname, extname, relative, resolve } from 'node:path';
import type { Result } from '../../../schemas/generated/result.js';
import type { Catalogue } from '../../engine/catalogue/catalogue.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import { type DraftFile, draftFile } from '../../engine/input/writing/draft-file.js';
import { systemProblem } from '../../engine/input/writing/system-problem.js';
import { applyBaseline, type BaselineContext } from '../../results/apply-baseline.js';
import {
  type BaselineEntry,
  baselineName,
  type LoadedBaseline,
  readBaseline,
} from '../../results/baseline.js';
import { type UpdatedBaseline, updateBaseline } from '../../results/update-baseline.js';
import { makeFolder } from '../shared/make-folder.js';

/** The options of `run` that name and write a baseline. */
export interface BaselineFlags {
  baseline?: string;
  updateBaseline?: boolean;
  strict?: boolean;
  seed?: number | 'random';
}

/** Where to look for a baseline, and which targets it can list. A target given by flags has neither. */
export interface BaselinePlace {
  /** The config, as a path from the working directory. */
  configFile?: string;
  /** Names of all its targets. */
  names?: readonly string[];
  /** The requirements that it can name; by default the shipped ones. */
  catalogue?: Catalogue;
}

/** The baseline of a run. */
export interface BaselineOfRun {
  /** The baseline before the run. */
  before: LoadedBaseline;
  context: BaselineContext;
  /** Applies it to the run's result. */
  judge: (result: Result) => JudgedResult;
}

/** A result by a baseline. */
export interface JudgedResult {
  result: Result;
  /**
   * Puts an updated baseline in its place, once the reports are written.
   *
   * @returns the result by the baseline that is in its place then
   */
  save: () => Result;
}

/**
 * The baseline of a run: the one that is named, else the one next to the config, else none. It is read
 * before anything is sent.
 *
 * @param tell Receives what an update changed, in words.
 * @throws InputProblem when it is invalid, is named but missing, or can't be written.
 */
export function baselineOfRun(
  flags: BaselineFlags,
  { configFile, names, catalogue }: BaselinePlace,
  cwd: string,
  tell: (text: string) => void,
): BaselineOfRun | undefined {
  const path = pathOf(flags, configFile, cwd);
  if (path === undefined) return undefined;
  const shown = flags.baseline ?? (relative(cwd, path) || path);
  const context: BaselineContext = { strict: flags.strict ?? false, targets: names, catalogue };
  const there = existsSync(path);
  const by = (baseline: LoadedBaseline, result: Result): JudgedResult => {
    const judged = applyBaseline(result, baseline, context);
    return { result: judged, save: () => judged };
  };
  if (!flags.updateBaseline) {
    if (!there && flags.baseline === undefined) return undefined;
    const baseline = readBaseline(path, shown);
    return { before: baseline, context, judge: (result) => by(baseline, result) };
  }
  const before: LoadedBaseline = there ? readBaseline(path, shown) : { file: shown, known: [] };
  if (extname(path) === '.json')
    throw new InputProblem('not-yaml', 'a baseline in JSON is read, but not updated', {
      file: shown,
      remedy: 'Name a .yaml file.',
    });
  makeFolder(dirname(path), '--baseline FILE');
  if (there) requireWritable(path, shown);
  const judge = (result: Result) => {
    // Nothing is known of the checks that weren't reached, and a baseline outlives the run.
    if (result.run.interrupted) return by(before, result);
    const text = there ? readFileSync(path, 'utf8') : undefined;
    const updated = updateBaseline(text, before.known, result, context);
    const unsaved = (error: unknown) => {
      const why = systemProblem(error);
      if (why === undefined) throw error;
      const stays = there ? 'it stays as it was, and the run is judged by that' : 'there is none';
      tell(`${shown} could not be written: ${why}; ${stays}\n`);
      return by(before, result);
    };
    let draft: DraftFile | undefined;
    try {
      // Complete before the reports say what it makes of the failures, in its place after them.
      if (!there || updated.text !== text) draft = draftFile(path, updated.text);
    } catch (error) {
      return unsaved(error);
    }
    const explores = flags.seed === 'random';
    const { file, known } = readBaseline(draft?.path ?? path, shown);
    // What exploring finds is kept for later runs, and fails this one: nobody would see it otherwise.
    const counted = explores ? known.filter((entry) => !isAmong(updated.added, entry)) : known;
    const judged = applyBaseline(result, { file, known: counted }, context);
    const save = () => {
      try {
        draft?.commit();
      } catch (error) {
        return unsaved(error).result;
      }
      tell(updateText(shown, updated, explores));
      return judged;
    };
    return { result: judged, save };
  };
  return { before, context, judge };
}

/** @throws InputProblem for a file that can't be written: after the run it would be too late to say so. */
function requireWritable(path: string, shown: string): void {
  try {
    closeSync(openSync(path, 'r+'));
  } catch (error) {
    throw new InputProblem(
      'not-writable',
      `can't write there: ${(error as NodeJS.ErrnoException).code}`,
      {
        file: shown,
        remedy: 'Make it writable, or name another file with --baseline FILE.',
      },
    );
  }
}

function pathOf(
  { baseline, updateBaseline: update }: BaselineFlags,
  configFile: string | undefined,
  cwd: string,
): string | undefined {
  if (baseline !== undefined) return resolve(cwd, baseline);
  if (configFile !== undefined) return resolve(cwd, dirname(configFile), baselineName);
  if (!update) return undefined;
  throw new InputProblem(
    'missing-option',
    'a target given by flags has no config that the baseline could stand next to',
    {
      remedy: 'Name the file that is to be written: --baseline FILE.',
    },
  );
}

function isAmong(entries: readonly BaselineEntry[], { target, check }: BaselineEntry): boolean {
  return entries.some((entry) => entry.target === target && entry.check === check);
}

function updateText(file: string, { added, removed }: UpdatedBaseline, explores: boolean): string {
  const lines = [
    ...removed.map(({ target, check }) => `  - ${target}: ${check}`),
    ...added.map(({ target, check }) => `  + ${target}: ${check}`),
  ];
  if (lines.length === 0) return `${file} is up to date\n`;
  const later = explores ? 'Later runs try these inputs first; this one fails by them. ' : '';
  const ask =
    added.length > 0
      ? `${later}Say in each new entry why the failure is accepted, and by whom.\n`
      : '';
  return `${file}: ${added.length} added, ${removed.length} removed\n${lines.join('\n')}\n${ask}`;
}
