import fc from 'fast-check';
import { escapePointer } from '../input/json-pointer.js';
import { anyJson, memberName } from './any-json.js';
import { type Breach, breaches } from './breaches.js';
import { candidatesAgainst, type OwnKeyword } from './break-keyword.js';
import { listsOf, objectsOf, valuesOf } from './from-schema.js';
import { anyOneOf, satisfiable } from './satisfiable.js';
import { partsOf, type SchemaPart } from './schema-parts.js';
import { type Keyword, readSchema, type Schema } from './schema-subset.js';

/** A value that breaks its schema in one way: at one place, by one keyword. */
export interface BrokenValue extends Breach {
  value: unknown;
}

/** One way to break a schema, and values that break it so and not otherwise. */
export interface WayToBreak {
  /** As the place of a {@link Breach}; an item's index and an unnamed member's name are written `*`. */
  place: string;
  keyword: Keyword;
  values: fc.Arbitrary<BrokenValue>;
}

/**
 * The ways in which a value can break a schema and keep to it in all else. A value of the wrong type also
 * misses the `const`, the `enum` and the `anyOf` of its place, which counts as one way. Left out is what
 * can't be broken alone: a `pattern` besides an `enum` of texts that all match it.
 *
 * @param json a schema of the subset {@link Schema}
 * @throws RangeError for a keyword outside the subset
 */
export function waysToBreak(json: unknown): WayToBreak[] {
  const schema = readSchema(json);
  const merged = new Map<string, { place: string; keyword: Keyword; values: Values[] }>();
  for (const { place, keyword, values } of candidateWays(schema)) {
    const key = `${keyword} ${place}`;
    const way = merged.get(key) ?? { place, keyword, values: [] };
    way.values.push(values);
    merged.set(key, way);
  }
  return [...merged.values()].flatMap(({ place, keyword, values }) => {
    const exact = satisfiable(fc.oneof(...values), (broken) => isExact(schema, broken));
    return exact ? [{ place, keyword, values: exact }] : [];
  });
}

/** Values that break a schema in one way, each way as often as the others; undefined if there is none. */
export function brokenBy(ways: readonly WayToBreak[]): fc.Arbitrary<BrokenValue> | undefined {
  return anyOneOf(ways.map(({ values }) => values));
}

type Values = fc.Arbitrary<BrokenValue>;

/** Keywords that a value of the wrong type breaks besides `type`. */
const followsFromType = new Set<Keyword>(['type', 'const', 'enum', 'anyOf']);

function isExact(schema: Schema, { value, place, keyword }: BrokenValue): boolean {
  const found = breaches(schema, value);
  return (
    found.some((one) => one.place === place && one.keyword === keyword) &&
    found.every(
      (one) =>
        one.place === place &&
        (one.keyword === keyword || (keyword === 'type' && followsFromType.has(one.keyword))),
    )
  );
}

/** Ways that may turn out not to be exact. */
function candidateWays(schema: Schema): WayToBreak[] {
  const stated = [...keywordsAt(schema)];
  return partsOf(schema).flatMap((part) => {
    const own = stated
      .filter((keyword) => !structural.has(keyword))
      .flatMap((keyword) => way(keyword, candidatesAgainst(keyword as OwnKeyword, part)));
    const below = [...membersMissing(part), ...unnamedMembers(part), ...waysBelow(part)];
    const all = [...own, ...below];
    // To miss every branch, a value breaks each by whatever it can.
    const none = stated.includes('anyOf')
      ? all.flatMap(({ values }) =>
          way(
            'anyOf',
            values.map(({ value }) => value),
          ),
        )
      : [];
    return [...all, ...none];
  });
}

const structural = new Set<string>([
  'required',
  'properties',
  'additionalProperties',
  'items',
  'allOf',
  'anyOf',
]);

/** The keywords that speak of a schema's own place, those of its branches too. */
function keywordsAt(schema: Schema): Set<Keyword> {
  const branches = [...(schema.allOf ?? []), ...(schema.anyOf ?? [])];
  return new Set([
    ...(Object.keys(schema) as Keyword[]),
    ...branches.flatMap((branch) => [...keywordsAt(branch)]),
  ]);
}

function way(keyword: Keyword, values: fc.Arbitrary<unknown> | undefined): WayToBreak[] {
  if (!values) return [];
  return [{ place: '', keyword, values: values.map((value) => ({ value, place: '', keyword })) }];
}

function membersMissing(part: SchemaPart): WayToBreak[] {
  if (!part.kinds.includes('object')) return [];
  return part.required.flatMap((name): WayToBreak[] => {
    const place = `/${escapePointer(name)}`;
    const values = objectsOf(part)?.map((members) => {
      const { [name]: _, ...value } = members;
      return { value, place, keyword: 'required' as const };
    });
    return values ? [{ place, keyword: 'required', values }] : [];
  });
}

function unnamedMembers(part: SchemaPart): WayToBreak[] {
  const { kinds, others, properties } = part;
  if (others === true || !kinds.includes('object')) return [];
  const objects = objectsOf(part);
  if (!objects) return [];
  const names = memberName.filter((name) => !Object.hasOwn(properties, name));
  const within = (inner: BrokenValue, name: string, members: Record<string, unknown>) => ({
    value: { ...members, [name]: inner.value },
    place: `/${escapePointer(name)}${inner.place}`,
    keyword: inner.keyword,
  });
  if (others === false) {
    const extra = anyJson.map(
      (value): BrokenValue => ({ value, place: '', keyword: 'additionalProperties' }),
    );
    const values = fc.tuple(extra, names, objects).map((parts) => within(...parts));
    return [{ place: '/*', keyword: 'additionalProperties', values }];
  }
  return candidateWays(others).map(({ place, keyword, values }) => ({
    place: `/*${place}`,
    keyword,
    values: fc.tuple(values, names, objects).map((parts) => within(...parts)),
  }));
}

function waysBelow(part: SchemaPart): WayToBreak[] {
  const ways: WayToBreak[] = [];
  for (const [name, schema] of Object.entries(part.properties)) {
    if (!schema || !part.kinds.includes('object') || !valuesOf(schema)) continue;
    const objects = objectsOf(part, [name]);
    if (!objects) continue;
    const at = `/${escapePointer(name)}`;
    for (const { place, keyword, values } of candidateWays(schema)) {
      const whole = fc.tuple(objects, values).map(([members, inner]) => ({
        value: { ...members, [name]: inner.value },
        place: at + inner.place,
        keyword,
      }));
      ways.push({ place: at + place, keyword, values: whole });
    }
  }
  const { items } = part;
  const lists = part.kinds.includes('array') ? listsOf(part, 1) : undefined;
  if (items === true || !lists) return ways;
  for (const { place, keyword, values } of candidateWays(items)) {
    const whole = fc.tuple(lists, fc.nat(), values).map(([list, index, inner]) => {
      const at = index % list.length;
      return { value: list.with(at, inner.value), place: `/${at}${inner.place}`, keyword };
    });
    ways.push({ place: `/*${place}`, keyword, values: whole });
  }
  return ways;
}
