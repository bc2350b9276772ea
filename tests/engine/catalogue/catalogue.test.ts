import { describe, expect, test } from 'vitest';
import { levelUnder, shippedCatalogue } from '../../../src/engine/catalogue/catalogue.js';
import { loadProfile } from '../../../src/engine/profile/profile.js';

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

describe('the level under a profile', () => {
  const standard = loadProfile('snap-bi', '/');
  const [requirement] = [...catalogue.values()].filter(({ level }) => level === 'MUST');
  if (!requirement) throw new Error('some requirement is a MUST');
  const under = (level: 'MUST' | 'SHOULD' | 'MAY' | 'inapplicable') =>
    levelUnder(requirement, {
      ...standard,
      requirements: {
        [requirement.id]: {
          level,
          because: 'the document says so',
          origin: { profile: 'mine', source: 'DOC, page 7', confidence: 'primary' },
        },
      },
    });

  test('is its own where the profile says nothing', () => {
    expect(levelUnder(requirement, { ...standard, requirements: {} })).toEqual({
      level: 'MUST',
      sources: requirement.sources,
    });
  });

  test.for(['MUST', 'SHOULD', 'MAY'] as const)(
    "is the profile's: %s, with its source first",
    (level) => {
      expect(under(level)).toEqual({ level, sources: ['DOC, page 7', ...requirement.sources] });
    },
  );

  test('stays, with the reason, where the document takes the requirement away', () => {
    expect(under('inapplicable')).toEqual({
      level: 'MUST',
      inapplicable: 'the document says so',
      sources: ['DOC, page 7', ...requirement.sources],
    });
  });
});
