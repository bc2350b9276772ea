import type { Baseline } from '../../schemas/generated/baseline.js';
import { InputProblem } from '../engine/input/input-problem.js';
import type { ProblemCode } from '../engine/input/problem-codes.js';
import { readDataFile } from '../engine/input/read-data.js';
import { isDay } from '../engine/input/text.js';
import { validateInput } from '../engine/input/validate-input.js';
import { placeIn } from '../engine/input/yaml-positions.js';

/** The name under which a baseline is looked for, next to the config. */
export const baselineName = 'snap-baseline.yaml';

/** A failure that a baseline lists. */
export type BaselineEntry = Baseline['known'][number];

/** A valid baseline, and its file as the user named it. */
export interface LoadedBaseline {
  file: string;
  known: BaselineEntry[];
}

/**
 * Reads a baseline.
 *
 * @param shown The file as the user named it.
 * @throws InputProblem when it can't be read or is invalid, an entry is listed twice, or a day doesn't exist.
 */
export function readBaseline(path: string, shown: string = path): LoadedBaseline {
  const data = readDataFile(path, shown);
  const { known } = validateInput<Baseline>('baseline', data, shown);
  const problemAt = (code: ProblemCode, what: string, pointer: string, remedy: string) =>
    new InputProblem(code, what, { file: placeIn(shown, data, pointer), pointer, remedy });
  for (const [index, { target, check, expires }] of known.entries()) {
    if (known.findIndex((other) => other.target === target && other.check === check) < index) {
      throw problemAt(
        'duplicate-entry',
        `${check} of "${target}" is listed twice`,
        `/known/${index}`,
        'Remove one of the two.',
      );
    }
    if (expires !== undefined && !isDay(expires)) {
      throw problemAt(
        'invalid-value',
        `there is no day ${expires}`,
        `/known/${index}/expires`,
        'Write a day as 2026-01-31.',
      );
    }
  }
  return { file: shown, known };
}
