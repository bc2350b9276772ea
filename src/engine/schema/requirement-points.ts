import type { ErrorObject } from 'ajv/dist/2020.js';
import { escapePointer } from '../input/json-pointer.js';
import { isObject } from '../input/text.js';

/** A place of a schema where one keyword states one requirement. */
export interface RequirementPoint {
  id: string;
  keyword: string;
  /** JSON pointer to the value that is judged. */
  place: string;
  /** True if the value has something that this keyword can judge. */
  applies(value: unknown): boolean;
  /** True for the error that this point reports. */
  reports(error: ErrorObject): boolean;
}

type Schema = Record<string, unknown>;

/** Keywords from the most basic to the finest: a value of the wrong type isn't judged by its length too. */
const order = [
  'required',
  'type',
  'minLength',
  'const',
  'maxLength',
  'pattern',
  'minimum',
  'maximum',
  'x-timestamp-forms',
  'enum',
];
const ofNumbers = new Set(['minimum', 'maximum']);
const ofStrings = new Set(['minLength', 'maxLength', 'pattern', 'x-timestamp-forms']);

/**
 * The points of a message part's schema. `x-requirement` is an id, for every keyword next to it and for
 * `required`, or a map from keyword to id.
 */
export function requirementPoints(schema: Schema): RequirementPoint[] {
  const points: RequirementPoint[] = [];
  collect(schema, '#', [], false, points);
  return points;
}

function collect(
  schema: Schema,
  path: string,
  tokens: string[],
  required: boolean,
  points: RequirementPoint[],
): void {
  for (const [keyword, id] of tags(schema, required)) points.push(point(id, keyword, path, tokens));
  const branches = (schema['allOf'] as Schema[] | undefined) ?? [];
  branches.forEach((branch, index) => {
    collect(branch, `${path}/allOf/${index}`, tokens, false, points);
  });
  const demanded = (schema['required'] as string[] | undefined) ?? [];
  for (const [name, property] of Object.entries(
    (schema['properties'] as Record<string, Schema> | undefined) ?? {},
  )) {
    const below = `${path}/properties/${escapePointer(name)}`;
    collect(property, below, [...tokens, name], demanded.includes(name), points);
  }
}

function tags(schema: Schema, required: boolean): [keyword: string, id: string][] {
  const tag = schema['x-requirement'] as string | Record<string, string> | undefined;
  if (tag === undefined) return [];
  const present = order.filter((keyword) =>
    keyword === 'required' ? required : Object.hasOwn(schema, keyword),
  );
  if (typeof tag === 'string') return present.map((keyword) => [keyword, tag]);
  return present.flatMap((keyword): [string, string][] => {
    const id = tag[keyword];
    return id === undefined ? [] : [[keyword, id]];
  });
}

function point(id: string, keyword: string, path: string, tokens: string[]): RequirementPoint {
  const place = tokens.map((token) => `/${escapePointer(token)}`).join('');
  const parent = tokens
    .slice(0, -1)
    .map((token) => `/${escapePointer(token)}`)
    .join('');
  const name = tokens.at(-1);
  return {
    id,
    keyword,
    place,
    applies: (value) => {
      if (keyword === 'required') return isObject(lookUp(value, tokens.slice(0, -1)));
      const found = lookUp(value, tokens);
      if (found === undefined) return false;
      if (ofNumbers.has(keyword)) return typeof found === 'number';
      return !ofStrings.has(keyword) || typeof found === 'string';
    },
    reports: (error) =>
      error.keyword === keyword &&
      (keyword === 'required'
        ? error.instancePath === parent && error.params['missingProperty'] === name
        : error.instancePath === place && error.schemaPath === `${path}/${keyword}`),
  };
}

function lookUp(value: unknown, tokens: string[]): unknown {
  return tokens.reduce<unknown>(
    (at, token) => (isObject(at) && Object.hasOwn(at, token) ? at[token] : undefined),
    value,
  );
}
