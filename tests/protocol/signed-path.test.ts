import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signedPath } from '../../src/protocol/signed-path.js';

const path = '/v1.0/balance-inquiry';

describe('signedPath', () => {
  it.each([
    ['with-query', '?b=2&a=1', '?b=2&a=1'],
    ['with-query', '?', '?'],
    ['with-query', '?a=%2F&a', '?a=%2F&a'],
    ['no-query', '?b=2&a=1', ''],
    ['no-query', '?a=?', ''],
    ['no-query', '', ''],
    ['sorted-query', '?b=2&a=1', '?a=1&b=2'],
    ['sorted-query', '?a=2&a=10&a', '?a&a=10&a=2'],
    ['sorted-query', '?a=1&A=2', '?A=2&a=1'],
    ['sorted-query', '?b=x=y&a=', '?a=&b=x=y'],
    ['sorted-query', '?b=%20&a=%C3%A9', '?a=%C3%A9&b=%20'],
    ['sorted-query', '?&&a=1&', '?a=1'],
    ['sorted-query', '?', ''],
    ['sorted-query', '', ''],
  ] as const)('%s of %j is %j', (mode, query, expected) => {
    expect(signedPath(`${path}${query}`, mode)).toBe(`${path}${expected}`);
  });

  it('sorts as the URL standard does, whatever the order', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'C', '1'), minLength: 1 });
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(name, name), { selector: ([key]) => key }), (pairs) => {
        const query = pairs.map(([key, value]) => `${key}=${value}`).join('&');
        const sorted = new URLSearchParams(pairs);
        sorted.sort();
        const expected = pairs.length === 0 ? path : `${path}?${sorted}`;
        expect(signedPath(`${path}?${query}`, 'sorted-query')).toBe(expected);
      }),
    );
  });
});
