import { InputProblem, type InputProblemPlace } from '../input/input-problem.js';
import { valueAt } from '../input/json-pointer.js';
import { placeIn } from '../input/yaml-positions.js';
import type { Link } from './citations.js';
import type { ProfileOverrides } from './profile.js';
import type { ValueProblem } from './settle-headers.js';

/** @throws InputProblem with each value that can't be meant, where it was written last. */
export function requireSound(
  problems: readonly ValueProblem[],
  chain: readonly Link[],
  overrides: ProfileOverrides | undefined,
): void {
  if (problems.length === 0) return;
  throw InputProblem.all(
    problems.map((problem) => ({ ...problem, ...placeOf(problem.pointer, chain, overrides) })),
  );
}

function placeOf(
  pointer: string,
  chain: readonly Link[],
  overrides: ProfileOverrides | undefined,
): InputProblemPlace {
  if (overrides && valueAt({ services: overrides.services }, pointer) !== undefined)
    return { file: overrides.file, pointer: pointer.replace(/^\/services/, overrides.pointer) };
  for (const { file, data } of chain)
    for (const at of [pointer.replace(/^\/services/, '/merchant'), pointer])
      if (valueAt(data, at) !== undefined) return { file: placeIn(file, data, at), pointer: at };
  return { pointer };
}
