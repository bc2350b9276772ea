import { describe, expect, it } from 'vitest';
import { fitting } from '../../../reports/markdown/fitting.js';

const parts = [
  { before: '<', items: ['aa', 'b'], after: '>' },
  { before: '(', items: ['c'], after: ')' },
];

describe('fitting', () => {
  it('is everything where everything fits', () => {
    expect(fitting('head ', parts, 1000)).toBe('head <aab>(c)');
  });

  it('leaves out the first item that does not fit, and all after it, however small', () => {
    // What the frame takes, the last line with its longest count, and less than the first item.
    const least = Buffer.byteLength(fitting('head ', parts, 0)) + 15;
    const text = fitting('head ', parts, least + 1);
    expect(text).toMatch(/^head <>\(\)\n3 more problems have no room here/);
    expect(fitting('head ', parts, least + 2)).toMatch(/^head <aa>\(\)\n2 more problems/);
  });

  it('counts bytes, not characters', () => {
    const wide = [{ before: '', items: ['\u00e9'.repeat(300)], after: '' }];
    expect(fitting('', wide, 500)).toMatch(/^\n1 more problem has no room/);
  });
});
