import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { createInputAjv, type InputKind, inputSchema } from './input-ajv.js';
import { InputProblem } from './input-problem.js';
import { packageRoot, runsFromSource } from './package-root.js';
import { schemaProblems } from './schema/schema-problems.js';
import { isInWhole, shortened } from './schema/shortened.js';
import { placeIn, writtenAs } from './yaml-positions.js';

const require = createRequire(import.meta.url);
/** Errors of the validator that are put into words: more are told by nobody, and would take minutes. */
const mostErrors = 1000;

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
  const beginning = shortened(data);
  if (beginning !== undefined && !validate(beginning)) {
    const found = (validate.errors ?? []).filter((error) => isInWhole(data, error));
    if (found.length > 0) throw problemsOf(found, true);
  }
  if (validate(data)) return data as T;
  throw problemsOf(validate.errors ?? [], false);

  function problemsOf(errors: readonly ErrorObject[], more: boolean): InputProblem {
    const problems = schemaProblems(errors.slice(0, mostErrors), (at) => writtenAs(data, at));
    const placed = problems.map((problem) => ({
      ...problem,
      file: placeIn(file, data, problem.pointer),
      pointer: place(problem.pointer),
    }));
    return InputProblem.all(placed, { more: more || errors.length > mostErrors });
  }
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
