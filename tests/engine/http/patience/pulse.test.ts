import { describe, expect, test } from 'vitest';
import { Pulse } from '../../../../src/engine/http/patience/pulse.js';
import { serve } from '../../../support/server.js';
import { TestClock } from '../../../support/test-clock.js';
import { clientOf, request } from '../requests.js';

/** A pulse whose target answers only after so many questions; `asked` counts them. */
function pulseOf(silentFor: number) {
  const clock = new TestClock();
  let asked = 0;
  const ask = async () => {
    asked += 1;
    return asked > silentFor;
  };
  return { pulse: new Pulse(ask, clock), clock, asked: () => asked };
}

function unanswered(pulse: Pulse, times: number): void {
  for (let count = 0; count < times; count += 1) pulse.note(false);
}

describe('a target', () => {
  test('is not doubted for five unanswered requests, or for any number with an answer among them', async () => {
    const { pulse, asked } = pulseOf(0);
    unanswered(pulse, 5);
    expect(await pulse.isThere()).toBe(true);
    pulse.note(true);
    unanswered(pulse, 5);
    expect(await pulse.isThere()).toBe(true);
    expect(asked()).toBe(0);
  });

  test('is asked once for all that wait', async () => {
    const { pulse, asked } = pulseOf(0);
    unanswered(pulse, 6);
    expect(await Promise.all([pulse.isThere(), pulse.isThere(), pulse.isThere()])).toEqual([
      true,
      true,
      true,
    ]);
    expect([asked(), pulse.absences]).toEqual([1, []]);
  });

  test('may come back', async () => {
    const { pulse, clock, asked } = pulseOf(2);
    unanswered(pulse, 6);
    expect(await pulse.isThere()).toBe(true);
    expect([asked(), clock.pauses, pulse.absences.length]).toEqual([3, [0, 1000, 2000], 1]);
  });

  test('is given up after five questions', async () => {
    const { pulse, asked } = pulseOf(99);
    unanswered(pulse, 6);
    expect(await pulse.isThere()).toBe(false);
    expect(asked()).toBe(5);
  });
});

describe('a client', () => {
  test('ends with few requests when the target dies under many', async () => {
    let received = 0;
    const { url } = await serve((incoming, response) => {
      received += 1;
      if (received > 20) incoming.socket.destroy();
      else response.end('{}');
    });
    const client = clientOf(url, { concurrency: 8 });
    client.valid = () => Promise.resolve(request());
    const outcomes = await Promise.allSettled(
      Array.from({ length: 400 }, () => client.send(request())),
    );
    const ended = outcomes.filter(({ status }) => status === 'rejected');
    expect(ended.length).toBeGreaterThan(300);
    expect(client.requests - 20).toBeLessThan(30);
    expect(client.gone?.noAnswer?.kind).toBe('reset');
  });

  test('goes on when the target comes back, and loses no request', async () => {
    let received = 0;
    const { url } = await serve((incoming, response) => {
      received += 1;
      if (received > 20 && received <= 30) incoming.socket.destroy();
      else response.end('{}');
    });
    const client = clientOf(url, { concurrency: 8 });
    client.valid = () => Promise.resolve(request());
    const sent = await Promise.all(Array.from({ length: 100 }, () => client.send(request())));
    expect(sent.filter(({ noAnswer }) => noAnswer)).toEqual([]);
    expect(client.gone).toBeUndefined();
  });
});
