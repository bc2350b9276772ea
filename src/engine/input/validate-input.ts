import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { createInputAjv, type InputKind, inputSchema } from './input-ajv.js';
import { InputProblem } from './input-problem.js';
import { packageRoot, runsFromSource } from './package-root.js';
import { schemaProblems } from './schema/schema-problems.js';
import { placeIn, writtenAs } from './yaml-positions.js';

const require = createRequire(import.meta.url);
const compiled = new Map<InputKind, ValidateFunction>();

/**
 * Validates data with one of the package's own schemas.
 *
 * @throws InputProblem with every violation: what is wrong, file, pointer and remedy.
 */
export function validateInput<T>(
  kind: InputKind,
  data: unknown,
  file: string,
  /** Turns a pointer into the data into one into the file, when the data is a part of it. */
  place: (pointer: string) => string = (pointer) => pointer,
): T {
  const validate = validatorOf(kind);
  if (validate(data)) return data as T;
  throw InputProblem.all(
    schemaProblems(validate.errors ?? [], (at) => writtenAs(data, at)).map((problem) => ({
      ...problem,
      file: placeIn(file, data, problem.pointer),
      pointer: place(problem.pointer),
    })),
  );
}

/** The build has compiled the validators; from source they are compiled when they are needed. */
function validatorOf(kind: InputKind): ValidateFunction {
  const known = compiled.get(kind);
  if (known) return known;
  const validate = runsFromSource
    ? createInputAjv().compile(inputSchema(kind))
    : (require(join(packageRoot, 'dist', 'validators', `${kind}.cjs`)) as ValidateFunction);
  compiled.set(kind, validate);
  return validate;
}
