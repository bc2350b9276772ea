import { describe, expect, it } from 'vitest';
import type { FormFile } from '../../schemas/generated/form.js';
import { shippedCatalogue } from '../../src/engine/catalogue/catalogue.js';
import { formOfProfile, loadForm, newestForm, shippedForms } from '../../src/engine/form/form.js';
import { allRowChecks } from '../../src/engine/form/row-checks.js';
import { shippedProfiles } from '../../src/engine/profile/profile.js';
import { readSpec } from './spec-files.js';

describe.each(shippedForms())('the form %s', (name) => {
  const data = readSpec(`forms/${name}.yaml`) as FormFile;
  const form = loadForm(name);

  it('cites each of its documents', () => {
    const rows = [
      ...(data.anyService ?? []),
      ...(data.chapters ?? []).flatMap((one) => one.rows ?? []),
    ];
    const cited = [...rows, ...(data.chapters ?? [])].map(({ source }) => source.document);
    expect([...new Set(cited)].sort()).toEqual(Object.keys(data.documents).sort());
  });

  it('begins each chapter with the five rows of any service', () => {
    for (const { no, rows } of form.chapters) {
      const five = rows.slice(0, 5);
      expect(
        five.map((row) => row.no),
        no,
      ).toEqual([1, 2, 3, 4, 5]);
      expect(five.map((row) => row.proof)).toEqual([
        ...['invalid-token', 'signature', 'missing-field', 'field-format', 'external-id'],
      ]);
      expect(five.map((row) => /^4\d\dxx\d\d/.exec(row.expected)?.[0])).toEqual([
        ...['401xx01', '401xx00', '400xx02', '400xx01', '409xx00'],
      ]);
    }
  });

  it('has each service in one chapter, and rows of its services alone', () => {
    const codes = form.chapters.flatMap(({ services }) => Object.keys(services));
    expect(new Set(codes).size).toBe(codes.length);
    for (const { no, services, rows } of form.chapters)
      for (const { service } of rows)
        if (service !== undefined) expect(Object.keys(services), no).toContain(service);
  });

  it('is of profiles that there are', () => {
    for (const profile of form.profiles) {
      expect(shippedProfiles()).toContain(profile);
      expect(formOfProfile(profile)).toBe(name);
    }
  });
});

it('the rows rest on checks that there are', () => {
  const catalogue = shippedCatalogue();
  for (const { check, codeCheck } of allRowChecks()) {
    expect(catalogue.has(check), check).toBe(true);
    expect(catalogue.has(codeCheck), codeCheck).toBe(true);
  }
});

it('the chapter is not the service code', () => {
  const chapterOf = (code: string) =>
    loadForm(newestForm).chapters.find(({ services }) => code in services)?.no;
  expect(['11', '25', '47', '54', '12'].map(chapterOf)).toEqual(['3', '11', '18', '19', '4']);
});
