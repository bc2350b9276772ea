import type { ServerResponse } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Pace } from '../../../src/engine/http/patience/pace.js';
import { english } from '../../support/english.js';
import { serve } from '../../support/server.js';
import { TestClock } from '../../support/test-clock.js';
import { clientOf, request } from './requests.js';

describe('the budget', () => {
  test.for([1, 3, 10])('of %i is never exceeded by requests at once', async (maxRequests) => {
    let received = 0;
    const { url } = await serve((_incoming, response) => {
      received += 1;
      response.end();
    });
    const client = clientOf(url, { maxRequests, concurrency: 8 });
    const sent = await Promise.all(Array.from({ length: 20 }, () => client.send(request())));
    expect(received).toBe(maxRequests);
    expect(client.requests).toBe(maxRequests);
    const unsent = sent.filter(({ noAnswer }) => noAnswer?.kind === 'budget');
    expect(unsent).toHaveLength(20 - maxRequests);
    expect(english(unsent[0]?.noAnswer?.message)).toContain(`budget of ${maxRequests} requests`);
    expect(unsent[0]?.attempts).toBe(0);
  });

  test('counts attempts, and ends them', async () => {
    let received = 0;
    const { url } = await serve((_incoming, response) => {
      received += 1;
      response.writeHead(503).end();
    });
    const client = clientOf(url, { maxRequests: 2 });
    const sent = await client.send(request());
    expect([received, sent.noAnswer?.kind, sent.attempts]).toEqual([2, 'budget', 2]);
  });
});

describe('the concurrency', () => {
  test.for([1, 3, 8])('of %i is kept at the server', async (concurrency) => {
    const waiting: ServerResponse[] = [];
    let most = 0;
    const { url } = await serve((_incoming, response) => {
      waiting.push(response);
      most = Math.max(most, waiting.length);
    });
    const client = clientOf(url, { concurrency });
    let done = 0;
    const sending = Promise.all(
      Array.from({ length: 24 }, () => client.send(request()).then(() => (done += 1))),
    );
    // Answers only once as many are under way as allowed, or no more will come.
    while (done < 24) {
      await turn();
      if (waiting.length === Math.min(concurrency, 24 - done)) waiting.shift()?.end();
    }
    await sending;
    expect(most).toBe(concurrency);
  });
});

describe('the rate', () => {
  test('every request and attempt takes its turn', async () => {
    let received = 0;
    const { url } = await serve((_incoming, response) => {
      received += 1;
      if (received === 1) response.destroy();
      else response.end();
    });
    const clock = new TestClock();
    const client = clientOf(url, { rate: 10 }, { clock });
    await client.send(request());
    await client.send(request());
    // 50 is the wait before the second attempt; the clock itself stands still.
    expect(clock.pauses).toEqual([50, 100, 200]);
  });

  test('turns are evenly spaced from the first second on', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 500 }),
        fc.array(fc.nat({ max: 400 }), { maxLength: 40 }),
        async (rate, passing) => {
          const clock = new TestClock();
          const pacer = new Pace(rate, 30_000, clock);
          const turns: number[] = [];
          for (const ms of passing) {
            const before = clock.pauses.length;
            await pacer.turn();
            const waited = clock.pauses.length > before ? (clock.pauses.at(-1) ?? 0) : 0;
            turns.push(clock.now() + waited);
            clock.advance(ms);
          }
          const gaps = turns.slice(1).map((at, index) => at - (turns[index] ?? 0));
          expect(Math.min(...gaps, Number.POSITIVE_INFINITY)).toBeGreaterThan(1000 / rate - 1e-6);
        },
      ),
    );
  });

  test('a caller who comes late does not wait, and gains nothing', async () => {
    const clock = new TestClock();
    const pacer = new Pace(10, 30_000, clock);
    await pacer.turn();
    clock.advance(5000);
    await pacer.turn();
    expect(clock.pauses).toEqual([]);
    await pacer.turn();
    expect(clock.pauses).toEqual([100]);
  });

  test('none: no request waits', async () => {
    const clock = new TestClock();
    const pacer = new Pace(null, 30_000, clock);
    for (let count = 0; count < 100; count += 1) await pacer.turn();
    expect(clock.pauses).toEqual([]);
  });
});
