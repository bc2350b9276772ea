import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { InputProblem } from './input-problem.js';
import { packageRoot } from './package-root.js';
import { schemaProblems } from './schema-problems.js';

/** The schemas that user files are held against. */
export type InputKind = 'config' | 'profile' | 'requirements' | 'baseline' | 'result';

const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true });
ajv.addVocabulary(['tsType']);
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
      file,
      pointer: place(problem.pointer),
    })),
  );
}

function validatorOf(kind: InputKind): ValidateFunction {
  const known = compiled.get(kind);
  if (known) return known;
  const file = join(packageRoot, 'schemas', `${kind}.schema.json`);
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
  compiled.set(kind, validate);
  return validate;
}
