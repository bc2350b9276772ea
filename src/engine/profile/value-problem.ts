import type { InputProblemDetail, InputProblemPlace } from '../input/input-problem.js';
import { valueAt } from '../input/json-pointer.js';
import { placeIn } from '../input/yaml-positions.js';

/** A value of a merged profile that can't be meant, by its pointer. */
export type ValueProblem = Omit<InputProblemDetail, 'file'> & { pointer: string };

/** What a merged profile is made of: the user's overrides, and files from the nearest to the standard. */
interface Parts {
  overrides?: { services: unknown; file: string; pointer: string } | undefined;
  chain: readonly { file: string; data: object }[];
}

/** The problem with the place where its value was written last. */
export function placed(problem: ValueProblem, parts: Parts): InputProblemDetail {
  return { ...problem, ...placeOf(problem.pointer, parts) };
}

function placeOf(pointer: string, { overrides, chain }: Parts): InputProblemPlace {
  if (overrides && valueAt({ services: overrides.services }, pointer) !== undefined)
    return { file: overrides.file, pointer: pointer.replace(/^\/services/, overrides.pointer) };
  for (const { file, data } of chain)
    for (const at of [pointer.replace(/^\/services/, '/merchant'), pointer])
      if (valueAt(data, at) !== undefined) return { file: placeIn(file, data, at), pointer: at };
  return { pointer };
}
