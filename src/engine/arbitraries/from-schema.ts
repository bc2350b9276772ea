import fc from 'fast-check';
import { anyJson, anyOfKind, memberName } from './any-json.js';
import { breaches } from './breaches.js';
import type { JsonKind } from './json-kind.js';
import { anyOneOf, satisfiable } from './satisfiable.js';
import { partsOf, type SchemaPart } from './schema-parts.js';
import { readSchema, type Schema } from './schema-subset.js';
import { textsOf } from './text-matching.js';

/** Numbers are sought this far from a bound that stands alone. */
const reach = 1_000_000;

/** Members and items beyond those that a schema demands. */
const extras = 3;

/**
 * JSON values that a schema allows: optional members there or not, and members that it doesn't name
 * wherever it lets them be.
 *
 * @param json a schema of the subset {@link Schema}
 * @throws RangeError for a keyword outside the subset, and for a schema that no value was found for
 */
export function fromSchema(json: unknown): fc.Arbitrary<unknown> {
  const values = valuesOf(readSchema(json));
  if (!values) throw new RangeError('no value was found that the schema allows');
  return values;
}

const derived = new WeakMap<Schema, { values: fc.Arbitrary<unknown> | undefined }>();

/** As {@link fromSchema}, once for each schema; undefined if no value was found. */
export function valuesOf(schema: Schema): fc.Arbitrary<unknown> | undefined {
  const known = derived.get(schema);
  if (known) return known.values;
  const values = anyOneOf(partsOf(schema).map((part) => valuesOfPart(part, schema)));
  derived.set(schema, { values });
  return values;
}

/** The objects of one part, certain members among them whether demanded or not. */
export function objectsOf(
  part: SchemaPart,
  present: readonly string[] = [],
): fc.Arbitrary<Record<string, unknown>> | undefined {
  const { properties, others } = part;
  const demanded = [...new Set([...part.required, ...present])];
  const members: Record<string, fc.Arbitrary<unknown>> = {};
  for (const name of new Set([...demanded, ...Object.keys(properties)])) {
    const schema = Object.hasOwn(properties, name) ? properties[name] : others;
    const values = schema === true ? anyJson : schema ? valuesOf(schema) : undefined;
    if (values) members[name] = values;
    else if (demanded.includes(name)) return undefined;
  }
  const named = fc.record(members, { requiredKeys: demanded, noNullPrototype: true });
  const values = others === true ? anyJson : others ? valuesOf(others) : undefined;
  if (!values) return named;
  const unnamed = memberName.filter((name) => !Object.hasOwn(properties, name));
  return fc
    .tuple(fc.dictionary(unnamed, values, { maxKeys: extras, noNullPrototype: true }), named)
    .map(([more, own]) => ({ ...more, ...own }));
}

/** The lists of one part, of so many items at least. */
export function listsOf({ items }: SchemaPart, minLength = 0): fc.Arbitrary<unknown[]> | undefined {
  const values = items === true ? anyJson : valuesOf(items);
  if (values) return fc.array(values, { minLength, maxLength: minLength + extras });
  return minLength === 0 ? fc.constant([]) : undefined;
}

/** The values of one kind that a part allows, its `const` and `enum` aside; texts may break its pattern. */
export function candidatesOf(part: SchemaPart, kind: JsonKind): fc.Arbitrary<unknown> | undefined {
  switch (kind) {
    case 'integer':
    case 'fraction':
      return numbersOf(part, kind);
    case 'string':
      return textsOf(part);
    case 'array':
      return listsOf(part);
    case 'object':
      return objectsOf(part);
    default:
      return anyOfKind[kind];
  }
}

function valuesOfPart(part: SchemaPart, schema: Schema): fc.Arbitrary<unknown> | undefined {
  const valid = (value: unknown) => breaches(schema, value).length === 0;
  if (part.values) {
    const allowed = part.values.filter(valid);
    return allowed.length === 0 ? undefined : fc.constantFrom(...allowed);
  }
  return anyOneOf(
    part.kinds.map((kind) => {
      const candidates = candidatesOf(part, kind);
      return candidates && kind === 'string' ? satisfiable(candidates, valid) : candidates;
    }),
  );
}

function numbersOf(part: SchemaPart, kind: JsonKind): fc.Arbitrary<number> | undefined {
  const { minimum, maximum } = part;
  if (minimum > maximum) return undefined;
  const min = Number.isFinite(minimum) ? minimum : Math.min(-reach, maximum - reach);
  const max = Number.isFinite(maximum) ? maximum : Math.max(reach, minimum + reach);
  if (kind === 'fraction') {
    const all = fc.double({ min, max, noNaN: true });
    return satisfiable(all, (number) => !Number.isInteger(number));
  }
  const [least, most] = [Math.ceil(min), Math.floor(max)];
  return least <= most ? fc.integer({ min: least, max: most }) : undefined;
}
