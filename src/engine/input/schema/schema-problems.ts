import type { ErrorObject } from 'ajv/dist/2020.js';
import { escapePointer } from '../json-pointer.js';
import { nearestName } from '../nearest-name.js';
import type { ProblemCode } from '../problem-codes.js';
import { isObject, shownValue } from '../text.js';
import { remedyOf } from './schema-remedies.js';

/** A violation of a schema, in words for the author of the data. */
export interface SchemaProblem {
  code: ProblemCode;
  what: string;
  /** JSON pointer to the value that is wrong. */
  pointer: string;
  remedy: string;
}

type Schema = Record<string, unknown>;

/** The codes of violations that aren't about the value itself, by keyword. */
const codes: Readonly<Record<string, ProblemCode>> = {
  additionalProperties: 'unknown-member',
  required: 'missing-member',
};

/**
 * Words for ajv's errors (made with `verbose`), each mistake once.
 *
 * @param written A scalar as it is written in the file, by its pointer, if that is known.
 */
export function schemaProblems(
  errors: readonly ErrorObject[],
  written: (pointer: string) => string | undefined = () => undefined,
): SchemaProblem[] {
  return withoutEchoes(errors).map((error) => {
    const name = error.propertyName;
    const problem = {
      code: codes[error.keyword] ?? 'invalid-value',
      pointer: `${error.instancePath}${name === undefined ? '' : `/${escapePointer(name)}`}`,
      ...describe(error),
    };
    const meant = remedyOf(error, written(error.instancePath));
    return meant === undefined
      ? problem
      : { ...problem, remedy: `${meant} ${problem.remedy}`.trimEnd() };
  });
}

/** ajv reports one mistake several times: once for each branch of an anyOf, and a mistyped name as missing too. */
function withoutEchoes(errors: readonly ErrorObject[]): ErrorObject[] {
  const dropped = new Set<ErrorObject>();
  for (const choice of errors.filter(({ keyword }) => keyword === 'anyOf')) {
    const meant = meantBranch(choice);
    if (meant) dropped.add(choice);
    for (const error of errors) {
      const within =
        error.instancePath === choice.instancePath &&
        (choice.schema as Schema[]).includes(error.parentSchema as Schema);
      if (within && error.parentSchema !== meant) dropped.add(error);
    }
  }
  for (const error of errors) {
    const echo =
      error.keyword === 'required' &&
      errors.some(
        (other) =>
          other.instancePath === error.instancePath &&
          meantMember(other) === error.params['missingProperty'],
      );
    if (echo || error.keyword === 'propertyNames') dropped.add(error);
  }
  const kept = errors.filter((error) => !dropped.has(error));
  return kept.length > 0 ? kept : [...errors];
}

/** The branch that a value was meant for: the one of its type; among several objects, the one with its members. */
function meantBranch({ schema, data }: ErrorObject): Schema | undefined {
  const ofType = (schema as Schema[]).filter((branch) => branch['type'] === typeOf(data));
  if (ofType.length < 2) return ofType[0];
  return ofType.find((branch) => {
    const known = Object.keys((branch['properties'] as object | undefined) ?? {});
    return Object.keys(data as object).some((name) => nearestName(name, known) !== undefined);
  });
}

function meantMember(error: ErrorObject): string | undefined {
  if (error.keyword !== 'additionalProperties') return undefined;
  return nearestName(String(error.params['additionalProperty']), membersOf(error));
}

function describe(error: ErrorObject): { what: string; remedy: string; pointer?: string } {
  const { instancePath, params, data } = error;
  const remedy = descriptionOf(error);
  switch (error.keyword) {
    case 'additionalProperties': {
      const name = String(params['additionalProperty']);
      const near = meantMember(error);
      return {
        what: `unknown member ${shownValue(name)}`,
        pointer: `${instancePath}/${escapePointer(name)}`,
        remedy: near ? `Did you mean "${near}"?` : `Known members: ${membersOf(error).join(', ')}.`,
      };
    }
    case 'required': {
      const name = String(params['missingProperty']);
      return { what: `"${name}" is missing`, remedy: `Add the member "${name}".` };
    }
    case 'enum': {
      const values = (params['allowedValues'] as unknown[]).map(String);
      const near = typeof data === 'string' ? nearestName(data, values) : undefined;
      return {
        what: `${shownValue(data)} is not one of the allowed values`,
        remedy: `${near ? `Did you mean "${near}"? ` : ''}Allowed: ${values.join(', ')}.`,
      };
    }
    case 'anyOf':
      return {
        what: `must be ${alternatives(error.schema as Schema[])}, not ${inWords(data)}`,
        remedy,
      };
    case 'type':
      return { what: `must be ${named(String(params['type']))}, not ${inWords(data)}`, remedy };
    case 'pattern': {
      const form = `The form is ${String(params['pattern'])}`;
      return {
        what: `${shownValue(data)} does not have the form that is asked for`,
        remedy: remedy === '' ? form : `${remedy} ${form}`,
      };
    }
    case 'const':
      return {
        what: `must be ${shownValue(params['allowedValue'])}, not ${inWords(data)}`,
        remedy,
      };
    case 'minLength':
      return { what: 'must not be empty', remedy };
    case 'minItems':
      return { what: `needs at least ${String(params['limit'])} in the list`, remedy };
    case 'minimum':
      return {
        what: `must be at least ${String(params['limit'])}, not ${shownValue(data)}`,
        remedy,
      };
    case 'maximum':
      return {
        what: `must be at most ${String(params['limit'])}, not ${shownValue(data)}`,
        remedy,
      };
    case 'exclusiveMinimum':
      return {
        what: `must be more than ${String(params['limit'])}, not ${shownValue(data)}`,
        remedy,
      };
    default:
      return { what: error.message ?? 'is not valid', remedy };
  }
}

function membersOf(error: ErrorObject): string[] {
  return Object.keys((error.parentSchema?.['properties'] as object | undefined) ?? {});
}

function descriptionOf({ parentSchema }: ErrorObject): string {
  const text = parentSchema?.['description'];
  return typeof text === 'string' ? text : '';
}

function alternatives(branches: readonly Schema[]): string {
  return branches
    .map((branch) => {
      if (Object.hasOwn(branch, 'const')) return JSON.stringify(branch['const']);
      const members = (branch['required'] as string[] | undefined)?.map((name) => `"${name}"`);
      return `${named(String(branch['type']))}${members ? ` with ${members.join(' and ')}` : ''}`;
    })
    .join(' or ');
}

const names: Record<string, string> = {
  string: 'a string',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function named(type: string): string {
  return names[type] ?? type;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** A value by its type. A number is shown itself, because a fraction is a number too. */
function inWords(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return String(value);
  if (isObject(value) && Object.keys(value).length === 0) return 'an empty object';
  const type = typeOf(value);
  return type === 'function' ? 'a function' : named(type);
}
