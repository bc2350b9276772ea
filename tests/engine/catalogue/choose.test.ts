import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shippedCatalogue } from '../../../src/engine/catalogue/catalogue.js';
import { chooseIds, fitsGlob } from '../../../src/engine/catalogue/choose.js';

const catalogue = shippedCatalogue();
const ids = [...catalogue.keys()];
const choose = (only: string[], skip: string[] = []) => chooseIds(catalogue, { only, skip });

describe('a glob', () => {
  test.for([
    ['a/b/c', 'a/b/c', true],
    ['a/b/c', 'a/b', false],
    ['a/b/c', 'b/c', false],
    ['a/b/c', '*', true],
    ['a/b/c', '*/b/*', true],
    ['a/b/c', 'a/*', true],
    ['a/b/c', '*c', true],
    ['a/b/c', 'a*c', true],
    ['a/b/c', 'a/./c', false],
    ['a/b/c', 'a/b/c*', true],
    ['a/b/c', '**', true],
    ['a/b/c', '', false],
    ['a+b', 'a+b', true],
    ['aab', 'a+b', false],
    ['(a|b)', '(a|b)', true],
  ] as const)('%s matches %s: %s', ([id, glob, fits]) => {
    expect(fitsGlob(id, glob)).toBe(fits);
  });

  test('without a star matches only itself, whatever characters it has', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const [id, glob] = [a.replaceAll('*', ''), b.replaceAll('*', '')];
        expect(fitsGlob(id, glob)).toBe(id === glob);
      }),
    );
  });
});

describe('what is chosen', () => {
  test('all if nothing is asked for', () => {
    expect(choose([])).toEqual(ids);
  });

  test('what matches any of only, and none of skip', () => {
    const http = ids.filter((id) => id.startsWith('token-b2b/http/'));
    const body = ids.filter((id) => id.startsWith('token-b2b/body/'));
    expect(choose(['*/http/*'])).toEqual(http);
    expect(new Set(choose(['*/http/*', 'token-b2b/body/*']))).toEqual(new Set([...http, ...body]));
    expect(choose([], ['*/http/*'])).toEqual(ids.filter((id) => !http.includes(id)));
    expect(choose(['*/http/*'], [http[0] ?? ''])).toEqual(http.slice(1));
    expect(choose(['*/http/*'], ['*'])).toEqual([]);
  });
});

test('shards are disjoint, and all of them together are the whole', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.constantFrom<string[]>([], ['*/http/*', '*/body/*'], ['*timestamp*']),
      (count, only) => {
        const shards = Array.from({ length: count }, (_, at) =>
          chooseIds(catalogue, { only, skip: [], shard: { index: at + 1, count } }),
        );
        const whole = choose(only);
        expect(shards.flat()).toHaveLength(whole.length);
        expect(new Set(shards.flat())).toEqual(new Set(whole));
        const sizes = shards.map(({ length }) => length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      },
    ),
  );
});

describe('a tag', () => {
  const requirements = [...catalogue.values()];

  test.for([
    ['tag:must', (r: (typeof requirements)[number]) => r.level === 'MUST'],
    ['tag:property', (r: (typeof requirements)[number]) => r.kind === 'property'],
    ['tag:Example', (r: (typeof requirements)[number]) => r.kind === 'example'],
    ['tag:token-b2b2c', (r: (typeof requirements)[number]) => r.area.startsWith('token-b2b2c/')],
    ['tag:timestamp', (r: (typeof requirements)[number]) => r.area.endsWith('/timestamp')],
  ] as const)('%s chooses by what a requirement is', ([tag, is]) => {
    const wanted = requirements.filter(is).map(({ id }) => id);
    expect(wanted.length).toBeGreaterThan(5);
    expect(wanted.length).toBeLessThan(ids.length);
    expect(choose([tag])).toEqual(wanted);
    expect(choose([], [tag])).toEqual(ids.filter((id) => !wanted.includes(id)));
  });

  test('that nothing has chooses nothing', () => {
    expect(choose(['tag:musst'])).toEqual([]);
  });
});
