import { extname } from 'node:path';
import type { Result } from '../../schemas/generated/result.js';
import { InputProblem } from '../engine/input/input-problem.js';
import { readJson, readText } from '../engine/input/read-data.js';
import { mostResultBytes } from '../engine/input/reading/read-bytes.js';
import { validateInput } from '../engine/input/validate-input.js';

/** A result, the file that it was read from as the user named it, and that file's text. */
export interface ReadResult {
  file: string;
  text: string;
  result: Result;
}

/** The schema version that this package writes and reads. */
const schemaVersion = 1;

/**
 * Reads a result file.
 *
 * @param shown The file as the user named it.
 * @throws InputProblem when it can't be read, isn't a result, or is of a newer version.
 */
export function readResult(path: string, shown: string = path): ReadResult {
  const text = readText(path, shown, mostResultBytes);
  if (['.html', '.xml'].includes(extname(path))) {
    throw new InputProblem('not-a-result', 'this is a report, not a result', {
      file: shown,
      remedy: 'Name the result.json next to it.',
    });
  }
  return { file: shown, text, result: parseResult(text, shown) };
}

/**
 * The result that a file's text holds.
 *
 * @throws InputProblem when it isn't a result, or is of a newer version.
 */
export function parseResult(text: string, file: string): Result {
  const data = readJson(text, file);
  requireVersion(data, file);
  const result = validateInput<Result>('result', data, file);
  requireUniqueTargets(result, file);
  return result;
}

function requireVersion(data: unknown, file: string): void {
  if (typeof data !== 'object' || data === null || !('schemaVersion' in data)) return;
  const { schemaVersion: version } = data;
  if (typeof version !== 'number' || version <= schemaVersion) return;
  throw new InputProblem(
    'result-too-new',
    `written by a newer snap-conformance: its schemaVersion is ${version}, and this one reads ${schemaVersion}`,
    {
      file,
      pointer: '/schemaVersion',
      remedy: 'Read it with that version of this package; docs/install.md says how to install one.',
    },
  );
}

function requireUniqueTargets({ targets }: Result, file: string): void {
  const names = targets.map(({ name }) => name);
  const twice = names.findIndex((name, index) => names.indexOf(name) < index);
  if (twice < 0) return;
  throw new InputProblem('duplicate-target', `two targets are named "${names[twice]}"`, {
    file,
    pointer: `/targets/${twice}/name`,
    remedy: 'A run gives each target one name: this file was changed by hand.',
  });
}
