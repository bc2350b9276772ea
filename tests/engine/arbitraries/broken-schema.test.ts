import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokenBy, waysToBreak } from '../../../src/engine/arbitraries/broken-schema.js';
import { providers, readWireSchema } from '../../specs/wire-schema.js';
import { ajvFindings } from './ajv-oracle.js';
import { randomSchema } from './random-schema.js';

const parts = providers.flatMap((provider) =>
  Object.entries(readWireSchema(provider).$defs).map(
    ([part, schema]) => [`${provider} ${part}`, schema] as const,
  ),
);

/** What ajv may add if the type is wrong. */
const besideType = ['const', 'enum', 'anyOf'];

/** Asserts that ajv finds the named breach and no other, except what a wrong type entails. */
function expectExactly(
  findings: ReturnType<typeof ajvFindings>,
  { value, place, keyword }: { value: unknown; place: string; keyword: string },
): void {
  const found = findings(value);
  const shown = `${keyword} at ${place} of ${JSON.stringify(value)}`;
  expect(found, shown).toContainEqual({ place, keyword });
  const others = found.filter(
    (one) =>
      !(one.place === place && one.keyword === keyword) &&
      !(keyword === 'type' && one.place === place && besideType.includes(one.keyword)),
  );
  expect(others, shown).toEqual([]);
}

const named = (schema: unknown) =>
  waysToBreak(schema).map(({ keyword, place }) => `${keyword} ${place}`.trim());

describe('what breaks a schema in one way', () => {
  test.for(parts)('%s: ajv finds that way and no other', ([, schema]) => {
    const findings = ajvFindings(schema);
    const ways = waysToBreak(schema);
    expect(ways.length).toBeGreaterThan(0);
    for (const { place, keyword, values } of ways) {
      for (const broken of fc.sample(values, { numRuns: 40 })) {
        expect([broken.place, broken.keyword]).toEqual([place, keyword]);
        expectExactly(findings, broken);
      }
    }
  });

  test('of a random schema too', () => {
    let broken = 0;
    fc.assert(
      fc.property(randomSchema, fc.integer(), (schema, seed) => {
        const findings = ajvFindings(schema);
        const values = brokenBy(waysToBreak(schema));
        if (!values) return;
        for (const one of fc.sample(values, { seed, numRuns: 20 })) {
          broken += 1;
          expectExactly(findings, one);
        }
      }),
      { numRuns: 50 },
    );
    expect(broken).toBeGreaterThan(500);
  });
});

describe('the ways to break', () => {
  test.for([
    ['snap-bi', ['required /grantType', 'type /additionalInfo']],
    ['doku', ['required /grantType', 'type /additionalInfo']],
    ['ayolinx', []],
  ] as const)("%s's request", ([provider, own]) => {
    const { request } = readWireSchema(provider).$defs;
    expect(named(request).sort()).toEqual(
      ['type', 'type /grantType', 'const /grantType', ...own].sort(),
    );
  });

  test.for(providers)("%s's request headers", (provider) => {
    const { requestHeaders } = readWireSchema(provider).$defs;
    const headers = ['content-type', 'x-timestamp', 'x-client-key', 'x-signature'];
    expect(named(requestHeaders).sort()).toEqual(
      [
        'type',
        ...headers.flatMap((name) => [`required /${name}`, `type /${name}`]),
        'pattern /content-type',
        'pattern /x-signature',
        'x-timestamp-forms /x-timestamp',
        'minLength /x-client-key',
        // The pattern lets the empty text pass.
        'minLength /x-signature',
      ].sort(),
    );
  });

  test('a pattern next to an enum that meets it is not a way of its own', () => {
    const schema = { type: 'string', pattern: '^[Aa]$', enum: ['A'] };
    expect(named(schema)).toEqual(['type', 'enum']);
  });

  test('every keyword, at every depth', () => {
    const schema = {
      type: 'object',
      required: ['list'],
      additionalProperties: false,
      properties: {
        list: { type: 'array', items: { type: 'integer', minimum: 1, maximum: 9 } },
        text: { type: 'string', minLength: 2, maxLength: 3, pattern: '^[a-z]+$' },
        either: { anyOf: [{ const: 'a' }, { type: 'null' }] },
        open: { type: 'object', additionalProperties: { type: 'boolean' } },
      },
    };
    expect(named(schema).sort()).toEqual(
      [
        'type',
        'required /list',
        'additionalProperties /*',
        'type /list',
        'type /list/*',
        'minimum /list/*',
        'maximum /list/*',
        'type /text',
        'minLength /text',
        'maxLength /text',
        'pattern /text',
        'anyOf /either',
        'type /open',
        'type /open/*',
      ].sort(),
    );
  });

  test('a schema that allows everything cannot be broken', () => {
    expect(waysToBreak({})).toEqual([]);
    expect(brokenBy([])).toBeUndefined();
  });

  test('a keyword that is not understood is refused', () => {
    expect(() => waysToBreak({ type: 'array', uniqueItems: true })).toThrow('/uniqueItems');
  });
});
