import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020.js';
import { InputProblem } from './input-problem.js';
import { packageRoot } from './package-root.js';
import { schemaProblems } from './schema-problems.js';
import { placeIn } from './yaml-positions.js';

/** The schemas that user files are held against. */
export type InputKind =
  | 'config'
  | 'profile'
  | 'requirements'
  | 'translations'
  | 'baseline'
  | 'result';

let ajv: Ajv2020 | undefined;
const compiled = new Map<InputKind, ValidateFunction>();

/**
 * Holds data against one of the package's own schemas.
 *
 * @throws InputProblem with every violation: what, file and pointer, how to mend it.
 */
export function validateInput<T>(
  kind: InputKind,
  data: unknown,
  file: string,
  /** Leads from a pointer into the data to one into the file, where the data is a part of it. */
  place: (pointer: string) => string = (pointer) => pointer,
): T {
  const validate = validatorOf(kind);
  if (validate(data)) return data as T;
  throw InputProblem.all(
    schemaProblems(validate.errors ?? []).map((problem) => ({
      ...problem,
      file: placeIn(file, data, problem.pointer),
      pointer: place(problem.pointer),
    })),
  );
}

function validatorOf(kind: InputKind): ValidateFunction {
  const known = compiled.get(kind);
  if (known) return known;
  const file = join(packageRoot, 'schemas', `${kind}.schema.json`);
  ajv ??= createAjv();
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
  compiled.set(kind, validate);
  return validate;
}

/** ajv is loaded when something is validated: a command that reads nothing of the user's starts sooner. */
function createAjv(): Ajv2020 {
  const require = createRequire(import.meta.url);
  const { Ajv2020 } = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
  const created = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    allowUnionTypes: true,
    // The package's schemas are known to be schemas: a test holds it, and checking takes longer than compiling.
    validateSchema: false,
  });
  return created.addVocabulary(['tsType']);
}
