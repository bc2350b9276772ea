import { Pool } from 'undici';
import { describe, expect, test } from 'vitest';
import { type BrokenKind, createBroken } from '../support/broken-endpoints.js';

async function ask<T>(kind: BrokenKind, test: (pool: Pool) => Promise<T>): Promise<T> {
  const broken = await createBroken(kind);
  const pool = new Pool(broken.url, { connections: 1, headersTimeout: 200 });
  try {
    const result = await test(pool);
    expect(broken.requests).toBeGreaterThan(0);
    return result;
  } finally {
    await pool.destroy();
    await broken.close();
  }
}

const post = { method: 'POST', path: '/', body: '{}', headers: { 'X-CLIENT-KEY': 'me' } } as const;

describe('a broken endpoint', () => {
  test.for<[BrokenKind, number, RegExp]>([
    ['refuses-everything', 401, /"4017300"/],
    ['accepts-everything', 200, /"accessToken":"[0-9a-f]{64}"/],
    ['unavailable', 503, /Unavailable/],
    ['html', 200, /It works/],
  ])('%s answers with %i', ([kind, status, body]) =>
    ask(kind, async (pool) => {
      const answer = await pool.request(post);
      expect(answer.statusCode).toBe(status);
      expect(await answer.body.text()).toMatch(body);
    }),
  );

  test('garbage is no JSON', () =>
    ask('garbage', async (pool) => {
      const { body } = await pool.request(post);
      await expect(body.json()).rejects.toThrow(SyntaxError);
    }));

  test('silent never answers', () =>
    ask('silent', async (pool) => {
      await expect(pool.request(post)).rejects.toThrow('Headers Timeout');
    }));

  test('resets breaks the connection', () =>
    ask('resets', async (pool) => {
      await expect(pool.request(post)).rejects.toMatchObject({ code: 'ECONNRESET' });
    }));

  test('huge does not end', () =>
    ask('huge', async (pool) => {
      const { body } = await pool.request(post);
      let size = 0;
      for await (const chunk of body) {
        size += (chunk as Buffer).length;
        if (size > 4 * 1024 * 1024) break;
      }
      expect(size).toBeGreaterThan(4 * 1024 * 1024);
    }));
});
