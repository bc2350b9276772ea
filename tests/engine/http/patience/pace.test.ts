import { describe, expect, test } from 'vitest';
import { Pace } from '../../../../src/engine/http/patience/pace.js';
import { TestClock } from '../../../support/test-clock.js';

/** A pace that has sent so many requests at once, and its clock. */
async function paceAfter(requests: number, rate: number | null = null) {
  const clock = new TestClock();
  const pace = new Pace(rate, 30_000, clock);
  for (let count = 0; count < requests; count += 1) await pace.turn();
  clock.pauses.length = 0;
  return { pace, clock };
}

/** Milliseconds from one turn to the next. */
async function spacing(pace: Pace, clock: TestClock): Promise<number> {
  clock.advance(60_000);
  await pace.turn();
  clock.pauses.length = 0;
  await pace.turn();
  return clock.pauses[0] ?? 0;
}

describe('a pace that a target asks to slow down', () => {
  test('halves, from what was sent lately if no rate is set', async () => {
    const { pace, clock } = await paceAfter(40);
    pace.brake({ status: 429, sentAt: clock.now() });
    expect(await spacing(pace, clock)).toBe(1000 / 20);
    pace.brake({ status: 429, sentAt: clock.now() });
    expect(await spacing(pace, clock)).toBe(1000 / 10);
  });

  test('halves once for all that was under way', async () => {
    const { pace, clock } = await paceAfter(2, 100);
    const sentAt = clock.now();
    clock.advance(10);
    for (let count = 0; count < 16; count += 1) pace.brake({ status: 429, sentAt });
    expect(await spacing(pace, clock)).toBe(1000 / 50);
  });

  test('never falls below one request a second', async () => {
    const { pace, clock } = await paceAfter(1, 2);
    for (let count = 0; count < 8; count += 1) {
      clock.advance(1);
      pace.brake({ status: 503, sentAt: clock.now() });
    }
    expect(await spacing(pace, clock)).toBe(1000);
  });

  test('doubles after ten untroubled answers, up to the rate that was set', async () => {
    const { pace, clock } = await paceAfter(1, 100);
    for (let count = 0; count < 2; count += 1) {
      clock.advance(1);
      pace.brake({ status: 429, sentAt: clock.now() });
    }
    expect(await spacing(pace, clock)).toBe(1000 / 25);
    for (let count = 0; count < 9; count += 1) pace.steady();
    expect(await spacing(pace, clock)).toBe(1000 / 25);
    pace.steady();
    expect(await spacing(pace, clock)).toBe(1000 / 50);
    for (let count = 0; count < 50; count += 1) pace.steady();
    expect(await spacing(pace, clock)).toBe(1000 / 100);
  });

  test('stands still as long as the target asks, for all requests, and is no slower then', async () => {
    const { pace, clock } = await paceAfter(5);
    pace.brake({ status: 429, sentAt: clock.now(), askedMs: 2000 });
    await pace.turn();
    expect(clock.pauses).toEqual([2000]);
    expect(await spacing(pace, clock)).toBe(0);
  });

  test('waits for no more than the longest wait, and gives up when that was not enough', async () => {
    const { pace, clock } = await paceAfter(5);
    pace.brake({ status: 429, sentAt: clock.now(), askedMs: 86_400_000 });
    expect(pace.givesUp).toBe(false);
    await pace.turn();
    expect(clock.pauses).toEqual([30_000]);
    clock.advance(30_000);
    pace.brake({ status: 429, sentAt: clock.now(), askedMs: 86_370_000 });
    expect(pace.givesUp).toBe(true);
    pace.steady();
    expect(pace.givesUp).toBe(false);
  });

  test('tells how it was asked, and what the target took', async () => {
    const { pace, clock } = await paceAfter(40);
    expect(pace.finding).toBeUndefined();
    for (let count = 0; count < 30; count += 1) pace.steady();
    clock.advance(4000);
    pace.brake({ status: 429, sentAt: clock.now() });
    pace.brake({ status: 503, sentAt: clock.now(), askedMs: 31_000 });
    expect(pace.finding).toEqual({
      putOff: 2,
      statuses: [429, 503],
      fits: 7,
      askedTooMuchMs: 31_000,
    });
  });
});
