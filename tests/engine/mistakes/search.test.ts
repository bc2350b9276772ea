import { describe, expect, test } from 'vitest';
import type { Option } from '../../../src/engine/mistakes/mistake.js';
import { type Prove, search } from '../../../src/engine/mistakes/search/search.js';
import { verifyTransaction } from '../../../src/engine/verify/verify-transaction.js';

interface Values {
  method: string;
  path: string;
}

const layers = {
  method: {
    right: 'POST',
    others: [
      { mistakes: [{ id: 'text/method-lower-case' }], value: 'post' },
      { mistakes: [{ id: 'text/method-quoted' }], value: '"POST"' },
    ] satisfies Option<string>[] as Option<string>[],
  },
  path: {
    right: '/a?b=1',
    others: [
      { mistakes: [{ id: 'path/without-query' }], value: '/a' },
      { mistakes: [{ id: 'path/letter-case' }], value: '/A' },
      { mistakes: [{ id: 'path/last-part-alone' }], value: '/a' },
    ] satisfies Option<string>[] as Option<string>[],
  },
};

const is =
  (wanted: string): Prove =>
  (text) =>
    text === wanted ? [] : undefined;

function searched(wanted: string, changes: { budget?: number; most?: number } = {}) {
  return search<Values>({
    layers,
    compose: ({ method, path }) => `${method} ${path}`,
    proofs: [{ mistakes: [], value: is(wanted) }],
    ...{ budget: 1000, most: 2 },
    ...changes,
  });
}

describe('a search', () => {
  test('finds one mistake, and what else makes the same text', () => {
    const { explanation } = searched('POST /a');
    expect(explanation?.mistakes).toEqual([{ id: 'path/without-query' }]);
    expect(explanation?.alternatives).toEqual([
      { to: 'path/without-query', others: [{ id: 'path/last-part-alone' }] },
    ]);
  });

  test('finds mistakes of two layers together, unless one alone is asked for', () => {
    const two = [{ id: 'text/method-lower-case' }, { id: 'path/letter-case' }];
    expect(searched('post /A').explanation?.mistakes).toEqual(two);
    expect(searched('post /A', { most: 1 }).explanation).toBeUndefined();
  });

  test('tries no text twice, and says how far it came', () => {
    const { tried, complete } = searched('GET /');
    // The right one, four others alone (one text is made twice), and each two of both layers.
    expect({ tried, complete }).toEqual({ tried: 1 + 4 + 4, complete: 2 });
  });

  test('ends when its budget is spent', () => {
    const { tried, complete, explanation } = searched('post /A', { budget: 3 });
    expect(explanation).toBeUndefined();
    expect(tried).toBeLessThan(6);
    expect(complete).toBeLessThan(2);
  });
});

describe('a large body', () => {
  const item = { name: 'Bu Siti & Anak', note: 'Kopi é', value: '10000.00' };
  const bodyOf = (items: number) =>
    Buffer.from(JSON.stringify({ items: new Array(items).fill(item) }));
  const verified = (items: number) =>
    verifyTransaction({
      ...{ clientSecret: 'secret', accessToken: 'a-token-of-some-length', method: 'POST' },
      ...{ path: '/v1.0/list', timestamp: '2024-03-19T18:46:16+07:00', tries: 5000 },
      signature: Buffer.alloc(64, 9).toString('base64'),
      body: bodyOf(items),
    });

  test('is written in some ways only, which is said; a small one in all', () => {
    expect(verified(10).findings?.join('\n')).not.toContain('the body is large');
    const { findings, body } = verified(40_000);
    expect(findings?.join('\n')).toMatch(/the body is large: \d+ other ways to write it/);
    expect(body).not.toHaveProperty('minified');
  });
});
