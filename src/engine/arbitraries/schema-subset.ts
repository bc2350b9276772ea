import type { TimestampForm } from '../../protocol/timestamp.js';
import { escapePointer } from '../input/json-pointer.js';
import { isObject } from '../input/text.js';

/** A JSON Schema of the subset that the wire schemas are written in. */
export interface Schema {
  type?: string | readonly string[];
  const?: unknown;
  enum?: readonly unknown[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  required?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  allOf?: readonly Schema[];
  anyOf?: readonly Schema[];
  'x-timestamp-forms'?: readonly TimestampForm[];
}

/** A keyword that a value can break. */
export type Keyword = Exclude<keyof Schema, 'properties' | 'items' | 'allOf'>;

const keywords = new Set<string>([
  'type',
  'const',
  'enum',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'required',
  'properties',
  'additionalProperties',
  'items',
  'allOf',
  'anyOf',
  'x-timestamp-forms',
]);

/** These say nothing about which values are valid. */
const annotations = new Set(['title', 'description', 'x-requirement', 'x-setting']);

/**
 * Reads JSON as a schema of the subset; the schema is a copy.
 *
 * @throws RangeError for a keyword outside the subset: a value made as if it weren't there could be wrong.
 */
export function readSchema(json: unknown): Schema {
  requireSubset(json, '');
  return structuredClone(json) as Schema;
}

function requireSubset(json: unknown, place: string): void {
  if (!isObject(json)) {
    throw new RangeError(`the schema has something other than an object at ${place || 'the root'}`);
  }
  for (const [keyword, content] of Object.entries(json)) {
    const at = `${place}/${escapePointer(keyword)}`;
    if (annotations.has(keyword)) continue;
    if (!keywords.has(keyword)) {
      throw new RangeError(`no values can be derived from the keyword at ${at} of the schema`);
    }
    for (const [below, schema] of schemasBelow(keyword, content)) requireSubset(schema, at + below);
  }
}

function schemasBelow(keyword: string, content: unknown): [place: string, schema: unknown][] {
  switch (keyword) {
    case 'items':
      return [['', content]];
    case 'additionalProperties':
      return typeof content === 'boolean' ? [] : [['', content]];
    case 'properties':
    case 'allOf':
    case 'anyOf':
      return Object.entries(content as object).map(([key, schema]) => [
        `/${escapePointer(key)}`,
        schema,
      ]);
    default:
      return [];
  }
}
