import { describe, expect, test } from 'vitest';
import type { Contradiction } from '../../schemas/generated/profile.js';
import {
  ownSchemaProblems,
  readProfile,
  readSamples,
  readSpec,
  type ServiceSample,
  sampleFiles,
} from './spec-files.js';
import {
  hasOwnSchema,
  instancePathOf,
  providers,
  readWireSchema,
  type Violation,
  violations,
  type WireSchema,
  wireAjv,
  withSchemaAt,
} from './wire-schema.js';

/** A sample's value as the wire schema sees it: header names in lower case. */
function wireValue({ kind, value }: ServiceSample): unknown {
  if (typeof value === 'string' || !kind.endsWith('Headers')) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, text]) => [name.toLowerCase(), text]),
  );
}

/** The value at an instance path of one or no tokens. */
function valueAtPath(value: unknown, path: string): unknown {
  return path === '' ? value : (value as Record<string, unknown>)[path.slice(1)];
}

function uniquePaths(found: readonly { path: string }[]): string[] {
  return [...new Set(found.map(({ path }) => path))].sort();
}

/** What breaks a schema in a sample; missing parts mean nothing in an excerpt. */
function broken(schema: WireSchema, sample: ServiceSample): Violation[] {
  const found = violations(schema, sample.kind, wireValue(sample));
  return sample.excerpt ? found.filter(({ keyword }) => keyword !== 'required') : found;
}

const sampled = providers.filter((provider) => sampleFiles(provider).length > 0);

describe.each(sampled)('the samples of %s', (provider) => {
  const samples = readSamples(provider);
  const contradictions = new Map(
    (readProfile(provider).contradictions ?? [])
      .filter(({ service = 'token-b2b' }) => service === 'token-b2b')
      .map((entry) => [entry.id, entry]),
  );

  const listedBy = (sample: ServiceSample): Contradiction[] =>
    sample.contradicts.map((id) => {
      const found = contradictions.get(id);
      if (!found) throw new Error(`${sample.id} lists ${id}, which the profile doesn't have`);
      return found;
    });

  test('are in valid files, under ids of their own', () => {
    for (const file of sampleFiles(provider))
      expect(ownSchemaProblems('samples', readSpec(file)), file).toEqual([]);
    const ids = samples.map((sample) => sample.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  // The others' pages are not at hand, or only in parts.
  if (hasOwnSchema(provider))
    test('hold headers, bodies of both directions and the path', () => {
      const kinds = new Set(samples.map((sample) => sample.kind));
      expect([...kinds]).toEqual(
        expect.arrayContaining(['path', 'requestHeaders', 'request', 'response']),
      );
    });

  test.each(samples.map((sample) => [sample.id, sample] as const))(
    '%s breaks what the text states exactly where it is said to contradict it',
    (_, sample) => {
      const listed = listedBy(sample);
      const asText = listed.reduce(
        (text, { at, readings }) => withSchemaAt(text, at, readings[0].schema),
        readWireSchema(provider, sample.service),
      );
      const found = broken(asText, sample);
      expect(uniquePaths(found)).toEqual(
        uniquePaths(listed.map(({ at }) => ({ path: instancePathOf(at) }))),
      );
      for (const { at } of listed)
        expect(`${at}/`.startsWith(`/$defs/${sample.kind}/`), at).toBe(true);
    },
  );

  test.each(samples.map((sample) => [sample.id, sample] as const))(
    '%s passes the shipped schema except for what only the first reading can mean',
    (_, sample) => {
      const untenable = listedBy(sample).filter(({ ruling }) => ruling === 'first');
      const found = broken(readWireSchema(provider, sample.service), sample);
      expect(uniquePaths(found)).toEqual(
        uniquePaths(untenable.map(({ at }) => ({ path: instancePathOf(at) }))),
      );
    },
  );

  // What an error means depends on the fault behind it: a reading about one fault says nothing about the others.
  const general = [...contradictions.values()].filter(({ at }) => !at.startsWith('/$defs/error'));

  test.each(samples.map((sample) => [sample.id, sample] as const))(
    '%s fits the first reading of each contradiction that it does not list',
    (_, sample) => {
      const breaking = general.filter(({ at, readings, service = 'token-b2b' }) => {
        if (service !== sample.service || !`${at}/`.startsWith(`/$defs/${sample.kind}/`))
          return false;
        const value = valueAtPath(wireValue(sample), instancePathOf(at));
        return value !== undefined && !wireAjv().compile(readings[0].schema)(value);
      });
      const ofErrors = sample.contradicts.filter((id) => !general.some((entry) => entry.id === id));
      expect([...breaking.map(({ id }) => id), ...ofErrors].sort()).toEqual(
        sample.contradicts.toSorted(),
      );
    },
  );

  const contradicting = samples.filter((sample) => sample.contradicts.length > 0);
  if (contradicting.length > 0) {
    test.each(contradicting.map((sample) => [sample.id, sample] as const))(
      '%s follows another reading of each contradiction it lists',
      (_, sample) => {
        for (const { id, at, readings } of listedBy(sample)) {
          const value = valueAtPath(wireValue(sample), instancePathOf(at));
          const followed = readings
            .slice(1)
            .filter((reading) => wireAjv().compile(reading.schema)(value));
          expect(followed.length, id).toBeGreaterThan(0);
        }
      },
    );
  }
});
