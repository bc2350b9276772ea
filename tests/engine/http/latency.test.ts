import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Latency, type LatencyStats } from '../../../src/engine/http/latency.js';
import { serve } from '../../support/server.js';
import { clientOf, request } from './requests.js';

function statsOf(times: readonly number[]): LatencyStats | undefined {
  const latency = new Latency();
  for (const ms of times) latency.record(ms);
  return latency.stats();
}

/** The value at a share of all (nearest rank, halves up). */
function exact(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.floor(times.length * share + 0.5) - 1)] ?? Number.NaN;
}

describe('how long answers took', () => {
  test('says nothing if there were none', () => {
    expect(statsOf([])).toBeUndefined();
  });

  test('is counted in buckets that leave no gap', () => {
    expect(statsOf([0.2, 1, 1.5, 1.6, 7, 9])).toEqual({
      medianMs: expect.closeTo(1.5, 1),
      p95Ms: 9,
      maxMs: 9,
      buckets: [
        { upToMs: 1, count: 2 },
        { upToMs: 1.8, count: 2 },
        { upToMs: 3.2, count: 0 },
        { upToMs: 5.6, count: 0 },
        { upToMs: 10, count: 2 },
      ],
    });
  });

  test('begins with the bucket of the quickest answer', () => {
    expect(statsOf([1200, 1300])?.buckets).toEqual([{ upToMs: 1800, count: 2 }]);
  });

  test('counts each answer once, and tells percentiles to one in a hundred', () => {
    const times = fc.array(fc.double({ min: 0.05, max: 120_000, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(times, (all) => {
        const stats = statsOf(all);
        expect(stats?.buckets.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
        expect(stats?.maxMs).toBeCloseTo(Math.max(...all), 2);
        for (const [told, share] of [
          [stats?.medianMs, 0.5],
          [stats?.p95Ms, 0.95],
        ] as const) {
          expect(Math.abs((told ?? 0) - exact(all, share))).toBeLessThanOrEqual(
            exact(all, share) * 0.01 + 0.003,
          );
        }
      }),
    );
  });

  test('holds every attempt that was answered, and none that was not', async () => {
    let received = 0;
    const { url } = await serve((incoming, response) => {
      received += 1;
      if (received === 1) return void response.writeHead(503).end();
      if (received === 2) return void response.end('{}');
      incoming.socket.destroy();
    });
    const client = clientOf(url);
    await client.send(request());
    await client.send(request());
    expect(received).toBe(5);
    const counted = client.latency.stats()?.buckets.reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(2);
  });
});
