import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathVariants, unknownPath } from '../../../../suites/token-b2b/arbitraries/paths.js';

const documented = ['/v1.0/access-token/b2b', '/authorization/v1/access-token/b2b', '/token'];

describe.for(documented)('of %s', (own) => {
  test('unknownPath: never the path itself or another writing of it', () => {
    const kinds = new Set<string>();
    const known = new Set([own, ...pathVariants(own).map(({ path }) => path)]);
    fc.assert(
      fc.property(unknownPath(own), (path) => {
        const { pathname, search } = new URL(`http://localhost${path}`);
        expect([pathname, search]).toEqual([path, '']);
        expect(known.has(path)).toBe(false);
        // A random name of eight letters or more: nobody has a service there.
        expect(path).toMatch(/x[0-9a-f]{8,}/);
        kinds.add(path.replace(/x[0-9a-f]{8,}/, '*'));
      }),
      { numRuns: 200, seed: 3 },
    );
    expect(kinds).toContain(`${own}/*`);
    expect(kinds).toContain(`${own}*`);
    expect(kinds).toContain('/*');
  });

  test('pathVariants: the same segments in other writing', () => {
    const segments = (path: string) => path.replace(/\?.*/, '').split('/').filter(Boolean);
    const variants = pathVariants(own);
    expect(new Set([own, ...variants.map(({ path }) => path)]).size).toBe(4);
    for (const { path } of variants) expect(segments(path)).toEqual(segments(own));
    expect(variants[1]?.path).toContain('//');
  });
});
