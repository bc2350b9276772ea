import { isDeepStrictEqual } from 'node:util';
import type { TimestampForm } from '../../protocol/timestamp.js';
import { type JsonKind, kindsOfType } from './json-kind.js';
import type { Schema } from './schema-subset.js';

/** Everything that a schema says of one place, its `allOf` merged, for one way through its `anyOf`. */
export interface SchemaPart {
  kinds: readonly JsonKind[];
  /** The only values, by `const` and `enum`. */
  values?: readonly unknown[];
  patterns: readonly string[];
  minLength: number;
  maxLength: number;
  minimum: number;
  maximum: number;
  /** The only timestamp forms. */
  forms?: readonly TimestampForm[];
  required: readonly string[];
  /** False if the member must not be there. */
  properties: Readonly<Record<string, Schema | false>>;
  /** Members without a schema of their own. */
  others: Schema | boolean;
  /** True if items may be anything. */
  items: Schema | true;
}

/** The parts of a schema: a value is valid if it meets one of them. */
export function partsOf(schema: Schema): SchemaPart[] {
  const all = (schema.allOf ?? []).reduce<SchemaPart[]>(
    (parts, branch) => combined(parts, partsOf(branch)),
    [ownPart(schema)],
  );
  return schema.anyOf ? combined(all, schema.anyOf.flatMap(partsOf)) : all;
}

function combined(some: readonly SchemaPart[], more: readonly SchemaPart[]): SchemaPart[] {
  return some.flatMap((one) => more.map((other) => merge(one, other)));
}

function ownPart(schema: Schema): SchemaPart {
  const { enum: listed, pattern } = schema;
  const forms = schema['x-timestamp-forms'];
  const values = Object.hasOwn(schema, 'const') ? [schema.const] : listed;
  const part: SchemaPart = {
    kinds: kindsOfType(schema.type),
    patterns: pattern === undefined ? [] : [pattern],
    minLength: schema.minLength ?? 0,
    maxLength: schema.maxLength ?? Number.POSITIVE_INFINITY,
    minimum: schema.minimum ?? Number.NEGATIVE_INFINITY,
    maximum: schema.maximum ?? Number.POSITIVE_INFINITY,
    required: schema.required ?? [],
    properties: schema.properties ?? {},
    others: schema.additionalProperties ?? true,
    items: schema.items ?? true,
    ...(values && { values }),
    ...(forms && { forms }),
  };
  // `enum` besides `const` narrows it further.
  return listed && values !== listed ? { ...part, ...narrowed(values, listed) } : part;
}

function merge(one: SchemaPart, other: SchemaPart): SchemaPart {
  const { forms = other.forms } = one;
  const names = new Set([...Object.keys(one.properties), ...Object.keys(other.properties)]);
  return {
    kinds: one.kinds.filter((kind) => other.kinds.includes(kind)),
    ...narrowed(one.values, other.values),
    patterns: [...one.patterns, ...other.patterns],
    minLength: Math.max(one.minLength, other.minLength),
    maxLength: Math.min(one.maxLength, other.maxLength),
    minimum: Math.max(one.minimum, other.minimum),
    maximum: Math.min(one.maximum, other.maximum),
    ...(forms && { forms: forms.filter((form) => (other.forms ?? forms).includes(form)) }),
    required: [...new Set([...one.required, ...other.required])],
    properties: Object.fromEntries(
      [...names].map((name): [string, Schema | false] => {
        const both = bothOf(memberOf(one, name), memberOf(other, name));
        return [name, both === true ? {} : both];
      }),
    ),
    others: bothOf(one.others, other.others),
    items: bothItems(one.items, other.items),
  };
}

function narrowed(
  some: readonly unknown[] | undefined,
  more: readonly unknown[] | undefined,
): Pick<SchemaPart, 'values'> {
  const values = some ?? more;
  if (!values) return {};
  return {
    values: values.filter((value) => (more ?? values).some((one) => isDeepStrictEqual(one, value))),
  };
}

/** What a part says of a member, named or not. */
function memberOf({ properties, others }: SchemaPart, name: string): Schema | boolean {
  return Object.hasOwn(properties, name) ? (properties[name] ?? true) : others;
}

function bothOf(one: Schema | boolean, other: Schema | boolean): Schema | boolean {
  if (one === false || other === false) return false;
  if (one === true) return other;
  return other === true ? one : { allOf: [one, other] };
}

function bothItems(one: Schema | true, other: Schema | true): Schema | true {
  if (one === true) return other;
  return other === true ? one : { allOf: [one, other] };
}
