import { describe, expect, test } from 'vitest';
import { shippedCatalogue } from '../../../src/engine/catalogue/catalogue.js';

const catalogue = shippedCatalogue();

describe('the catalogue', () => {
  test('has each requirement under its id, which is made of service, area and name', () => {
    expect(catalogue.size).toBeGreaterThan(100);
    for (const [id, requirement] of catalogue) {
      expect(requirement.id).toBe(id);
      expect(id).toMatch(/^[a-z0-9-]+\/[a-z]+\/[a-z0-9-]+$/);
      expect(id.startsWith(`${requirement.area}/`)).toBe(true);
      expect(requirement.areaTitle).not.toBe('');
    }
  });

  test('is read once', () => {
    expect(shippedCatalogue()).toBe(catalogue);
  });

  test('keeps the areas together', () => {
    const areas = [...catalogue.values()].map(({ area }) => area);
    expect(areas.filter((area, at) => area !== areas[at - 1])).toEqual([...new Set(areas)]);
  });
});
