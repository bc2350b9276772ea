import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyJson } from '../../../src/engine/arbitraries/any-json.js';
import { breaches } from '../../../src/engine/arbitraries/breaches.js';
import { fromSchema } from '../../../src/engine/arbitraries/from-schema.js';
import type { Schema } from '../../../src/engine/arbitraries/schema-subset.js';
import { providers, readWireSchema } from '../../specs/wire-schema.js';
import { ajvFindings } from './ajv-oracle.js';
import { randomSchema } from './random-schema.js';

const parts = providers.flatMap((provider) =>
  Object.entries(readWireSchema(provider).$defs).map(
    ([part, schema]) => [`${provider} ${part}`, schema] as const,
  ),
);

/** The values of a schema, or undefined if none was found that it allows. */
function valuesOrNone(schema: unknown): fc.Arbitrary<unknown> | undefined {
  try {
    return fromSchema(schema);
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    return undefined;
  }
}

describe('what a schema allows', () => {
  test.for(parts)('%s: every value is valid to ajv', ([, schema]) => {
    const findings = ajvFindings(schema);
    fc.assert(
      fc.property(fromSchema(schema), (value) => {
        expect(findings(value)).toEqual([]);
      }),
    );
  });

  test('of a random schema, every value is valid to ajv', () => {
    let derived = 0;
    fc.assert(
      fc.property(randomSchema, fc.integer(), (schema, seed) => {
        const values = valuesOrNone(schema);
        if (!values) return;
        derived += 1;
        const findings = ajvFindings(schema);
        for (const value of fc.sample(values, { seed, numRuns: 20 }))
          expect(findings(value), JSON.stringify(value)).toEqual([]);
      }),
      { numRuns: 100 },
    );
    expect(derived).toBeGreaterThan(60);
  });

  test('optional members come and go, and unnamed ones are of every kind', () => {
    const schema = { type: 'object', required: ['a'], properties: { a: {}, b: {} } };
    const values = fc.sample(fromSchema(schema), { seed: 1, numRuns: 200 }) as object[];
    expect(values.every((value) => Object.hasOwn(value, 'a'))).toBe(true);
    expect(new Set(values.map((value) => Object.hasOwn(value, 'b')))).toEqual(
      new Set([true, false]),
    );
    const unnamed = values.flatMap((value) =>
      Object.entries(value).flatMap(([name, member]) => (/^[ab]$/.test(name) ? [] : [member])),
    );
    const kinds = unnamed.map((member) =>
      member === null ? 'null' : Array.isArray(member) ? 'array' : typeof member,
    );
    expect(new Set(kinds)).toEqual(
      new Set(['null', 'array', 'object', 'string', 'number', 'boolean']),
    );
  });

  test.for([
    [{ type: 'array', minItems: 1 }, '/minItems'],
    [{ properties: { 'a/b': { format: 'date' } } }, '/properties/a~1b/format'],
    [{ allOf: [{ $ref: '#/$defs/x' }] }, '/allOf/0/$ref'],
    [{ items: { not: {} } }, '/items/not'],
    [{ additionalProperties: { multipleOf: 2 } }, '/additionalProperties/multipleOf'],
  ] as const)('%j is refused: a keyword that is not understood', ([schema, place]) => {
    expect(() => fromSchema(schema)).toThrow(place);
  });

  test('a schema that nothing meets is said to be so', () => {
    for (const schema of [
      { type: 'string', pattern: '^a$', minLength: 2 },
      { type: 'string', pattern: '^(?:aaa|bbbb)$', maxLength: 2 },
      { type: 'string', pattern: '^[a-c]+$', maxLength: 0 },
      { type: 'integer', minimum: 2, maximum: 1 },
      { type: 'object', required: ['a'], properties: { a: { enum: [] } } },
      { allOf: [{ const: 1 }, { const: 2 }] },
    ])
      expect(() => fromSchema(schema), JSON.stringify(schema)).toThrow('no value was found');
  });
});

test('the breaches of a value are those that ajv finds', () => {
  const sorted = (found: { place: string; keyword: string }[]) =>
    [...new Set(found.map(({ place, keyword }) => `${place} ${keyword}`))].sort();
  fc.assert(
    fc.property(
      randomSchema,
      fc.array(anyJson, { maxLength: 10 }),
      fc.integer(),
      (schema, any, seed) => {
        const values = valuesOrNone(schema);
        const own = values ? fc.sample(values, { seed, numRuns: 3 }) : [];
        const findings = ajvFindings(schema);
        for (const value of [...any, ...own])
          expect(sorted(breaches(schema as Schema, value))).toEqual(sorted(findings(value)));
      },
    ),
    { numRuns: 100 },
  );
});
