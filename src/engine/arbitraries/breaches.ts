import { isDeepStrictEqual } from 'node:util';
import { parseTimestamp } from '../../protocol/timestamp.js';
import { isInForms } from '../../protocol/timestamp-forms.js';
import { escapePointer } from '../input/json-pointer.js';
import { kindOf, kindsOfType } from './json-kind.js';
import type { Keyword, Schema } from './schema-subset.js';

/**
 * One way in which a value breaks a schema.
 *
 * `place` is a JSON pointer to the value at fault; to the member itself if one is missing (`required`)
 * or too many (`additionalProperties`).
 */
export interface Breach {
  place: string;
  keyword: Keyword;
}

/** Every way in which a value breaks a schema. Of an `anyOf` that nothing meets, none of its branches' own. */
export function breaches(schema: Schema, value: unknown, place = ''): Breach[] {
  const broken = [
    ...brokenByAny(schema, value),
    ...(typeof value === 'string' ? brokenByText(schema, value) : []),
    ...(typeof value === 'number' ? brokenByNumber(schema, value) : []),
  ].map((keyword): Breach => ({ place, keyword }));
  const branches = (schema.allOf ?? []).flatMap((branch) => breaches(branch, value, place));
  const below =
    kindOf(value) === 'object'
      ? brokenByMembers(schema, value as Record<string, unknown>, place)
      : Array.isArray(value) && schema.items
        ? value.flatMap((item, at) => breaches(schema.items as Schema, item, `${place}/${at}`))
        : [];
  return [...broken, ...branches, ...below];
}

function brokenByAny(schema: Schema, value: unknown): Keyword[] {
  const { type, enum: listed, anyOf } = schema;
  const broken: Keyword[] = [];
  if (!kindsOfType(type).includes(kindOf(value))) broken.push('type');
  if (Object.hasOwn(schema, 'const') && !isDeepStrictEqual(value, schema.const)) {
    broken.push('const');
  }
  if (listed && !listed.some((one) => isDeepStrictEqual(value, one))) broken.push('enum');
  if (anyOf && !anyOf.some((branch) => breaches(branch, value).length === 0)) broken.push('anyOf');
  return broken;
}

function brokenByText(schema: Schema, text: string): Keyword[] {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = schema;
  const forms = schema['x-timestamp-forms'];
  // JSON Schema counts characters, not UTF-16 units (2020-12 Validation, section 6.3).
  const length = [...text].length;
  const broken: Keyword[] = [];
  if (length < minLength) broken.push('minLength');
  if (length > maxLength) broken.push('maxLength');
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(text)) broken.push('pattern');
  if (forms && !isInForms(parseTimestamp(text, forms), forms)) broken.push('x-timestamp-forms');
  return broken;
}

function brokenByNumber(schema: Schema, number: number): Keyword[] {
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
  return [
    ...(number < minimum ? ['minimum' as const] : []),
    ...(number > maximum ? ['maximum' as const] : []),
  ];
}

function brokenByMembers(
  schema: Schema,
  members: Record<string, unknown>,
  place: string,
): Breach[] {
  const { required = [], properties = {}, additionalProperties: others = true } = schema;
  const at = (name: string) => `${place}/${escapePointer(name)}`;
  const missing = required
    .filter((name) => !Object.hasOwn(members, name))
    .map((name): Breach => ({ place: at(name), keyword: 'required' }));
  const wrong = Object.entries(members).flatMap(([name, value]): Breach[] => {
    const named = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (named) return breaches(named, value, at(name));
    if (others === false) return [{ place: at(name), keyword: 'additionalProperties' }];
    return others === true ? [] : breaches(others, value, at(name));
  });
  return [...missing, ...wrong];
}
