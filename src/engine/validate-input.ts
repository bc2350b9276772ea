import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { InputProblem } from './input-problem.js';
import { escapePointer } from './json-pointer.js';
import { nearestName } from './nearest-name.js';
import { packageRoot } from './package-root.js';

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
  const problems = mostTelling(validate.errors ?? [])
    .map((error) => describe(error))
    .map((problem) => ({ ...problem, pointer: place(problem.pointer) }));
  const [first, ...rest] = problems;
  const others = rest.map(
    (problem) => `${problem.what}\n  at ${file}#${problem.pointer}\n  ${problem.remedy}`,
  );
  throw new InputProblem(first?.what ?? `not a valid ${kind}`, {
    file,
    pointer: first?.pointer ?? '',
    remedy: [first?.remedy ?? '', ...others].join('\n'),
  });
}

function validatorOf(kind: InputKind): ValidateFunction {
  const known = compiled.get(kind);
  if (known) return known;
  const file = join(packageRoot, 'schemas', `${kind}.schema.json`);
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
  compiled.set(kind, validate);
  return validate;
}

/** ajv reports each branch of an anyOf; only its summary, or the branches alone, helps a reader. */
function mostTelling(errors: ErrorObject[]): ErrorObject[] {
  const choices = errors.filter((error) => error.keyword === 'anyOf');
  const kept = errors.filter(
    (error) =>
      error.keyword !== 'propertyNames' &&
      !choices.some(
        (choice) => choice !== error && error.schemaPath.startsWith(`${choice.schemaPath}/`),
      ),
  );
  const deepest = kept.filter(
    (error) =>
      error.keyword !== 'anyOf' ||
      !errors.some((other) => other.instancePath.startsWith(`${error.instancePath}/`)),
  );
  return deepest.length > 0 ? deepest : errors;
}

function describe(error: ErrorObject): { what: string; pointer: string; remedy: string } {
  const { instancePath: pointer, params } = error;
  const allowed = Object.keys((error.parentSchema?.['properties'] as object | undefined) ?? {});
  switch (error.keyword) {
    case 'additionalProperties': {
      const name = String(params['additionalProperty']);
      const near = nearestName(name, allowed);
      return {
        what: `unknown member "${name}"`,
        pointer: `${pointer}/${escapePointer(name)}`,
        remedy: near ? `Did you mean "${near}"?` : `Known members: ${allowed.join(', ')}.`,
      };
    }
    case 'required': {
      const name = String(params['missingProperty']);
      const rewritten = Object.keys((error.data as object | null) ?? {}).find(
        (key) => !allowed.includes(key) && nearestName(key, allowed) === name,
      );
      return {
        what: `"${name}" is missing`,
        pointer,
        remedy: rewritten ? `Rename "${rewritten}" to "${name}".` : `Add the member "${name}".`,
      };
    }
    case 'enum': {
      const values = (params['allowedValues'] as unknown[]).map(String);
      const near = nearestName(String(error.data), values);
      return {
        what: `${JSON.stringify(error.data)} is not one of the allowed values`,
        pointer,
        remedy: near
          ? `Did you mean "${near}"? Allowed: ${values.join(', ')}.`
          : `Allowed: ${values.join(', ')}.`,
      };
    }
    case 'type':
      return {
        what: `must be ${String(params['type'])}, not ${typeName(error.data)}`,
        pointer,
        remedy: hint(error),
      };
    case 'pattern':
      return {
        what: `${JSON.stringify(error.data)} does not have the form that is asked for`,
        pointer,
        remedy: hint(error) || `It must match ${String(params['pattern'])}.`,
      };
    default:
      return { what: error.message ?? 'not valid', pointer, remedy: hint(error) };
  }
}

function hint(error: ErrorObject): string {
  const text = error.parentSchema?.['description'];
  return typeof text === 'string'
    ? text
    : `See schemas for what may stand here (${error.schemaPath}).`;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
