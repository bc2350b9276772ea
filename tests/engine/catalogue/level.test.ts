import { describe, expect, test } from 'vitest';
import { shippedCatalogue } from '../../../src/engine/catalogue/catalogue.js';
import { levelUnder } from '../../../src/engine/catalogue/level.js';
import { loadProfile } from '../../../src/engine/profile/profile.js';

describe('the level under a profile', () => {
  const standard = loadProfile('snap-bi', '/');
  const [requirement] = [...shippedCatalogue().values()].filter(({ level }) => level === 'MUST');
  if (!requirement) throw new Error('some requirement is a MUST');
  const sources = requirement.sources.map(({ at }) => at);
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

  test('is its own if the profile says nothing', () => {
    expect(levelUnder(requirement, { ...standard, requirements: {} })).toEqual({
      level: 'MUST',
      sources,
    });
  });

  test.for(['MUST', 'SHOULD', 'MAY'] as const)(
    "is the profile's: %s, with its source first",
    (level) => {
      expect(under(level)).toEqual({ level, sources: ['DOC, page 7', ...sources] });
    },
  );

  test('stays, with the reason, if the document takes the requirement away', () => {
    expect(under('inapplicable')).toEqual({
      level: 'MUST',
      inapplicable: 'the document says so',
      sources: ['DOC, page 7', ...sources],
    });
  });
});
