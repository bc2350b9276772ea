import { describe, expect, test } from 'vitest';
import type { Contradiction } from '../../schemas/generated/profile.js';
import type { Sample } from '../../schemas/generated/samples.js';
import {
  ownSchemaProblems,
  readProfile,
  readSamples,
  readSpec,
  sampleFiles,
} from './spec-files.js';
import {
  instancePathOf,
  providers,
  readWireSchema,
  violations,
  wireAjv,
  withSchemaAt,
} from './wire-schema.js';

/** A sample's value as the wire schema sees it: header names in lower case. */
function wireValue({ kind, value }: Sample): unknown {
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

describe.each(providers)('the samples of %s', (provider) => {
  const schema = readWireSchema(provider);
  const samples = readSamples(provider);
  const contradictions = new Map(
    (readProfile(provider).contradictions ?? [])
      .filter(({ service = 'token-b2b' }) => service === 'token-b2b')
      .map((entry) => [entry.id, entry]),
  );

  const listedBy = (sample: Sample): Contradiction[] =>
    sample.contradicts.map((id) => {
      const found = contradictions.get(id);
      if (!found) throw new Error(`${sample.id} lists ${id}, which the profile doesn't have`);
      return found;
    });

  test('stand in valid files, under ids of their own', () => {
    for (const file of sampleFiles(provider))
      expect(ownSchemaProblems('samples', readSpec(file)), file).toEqual([]);
    const ids = samples.map((sample) => sample.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

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
        schema,
      );
      const found = violations(asText, sample.kind, wireValue(sample));
      expect(uniquePaths(found)).toEqual(
        uniquePaths(listed.map(({ at }) => ({ path: instancePathOf(at) }))),
      );
      for (const { at } of listed)
        expect(`${at}/`.startsWith(`/$defs/${sample.kind}/`), at).toBe(true);
    },
  );

  test.each(samples.map((sample) => [sample.id, sample] as const))(
    '%s is let through by the shipped schema but for what only the first reading can mean',
    (_, sample) => {
      const untenable = listedBy(sample).filter(({ ruling }) => ruling === 'first');
      const found = violations(schema, sample.kind, wireValue(sample));
      expect(uniquePaths(found)).toEqual(
        uniquePaths(untenable.map(({ at }) => ({ path: instancePathOf(at) }))),
      );
    },
  );

  // What an error means hangs on the fault behind it: a reading about one fault says nothing of the others.
  const general = [...contradictions.values()].filter(({ at }) => !at.startsWith('/$defs/error'));

  test.each(samples.map((sample) => [sample.id, sample] as const))(
    '%s fits the first reading of each contradiction that it does not list',
    (_, sample) => {
      const broken = general.filter(({ at, readings }) => {
        if (!`${at}/`.startsWith(`/$defs/${sample.kind}/`)) return false;
        const value = valueAtPath(wireValue(sample), instancePathOf(at));
        return value !== undefined && !wireAjv().compile(readings[0].schema)(value);
      });
      const ofErrors = sample.contradicts.filter((id) => !general.some((entry) => entry.id === id));
      expect([...broken.map(({ id }) => id), ...ofErrors].sort()).toEqual(
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
