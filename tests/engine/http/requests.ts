import { onTestFinished } from 'vitest';
import { TargetClient } from '../../../src/engine/http/client.js';
import type { Clock } from '../../../src/engine/http/clock.js';
import type { WireRequest } from '../../../src/engine/http/wire.js';
import type { Limits, TargetPlan } from '../../../src/engine/plan/plan.js';
import { TestClock } from '../../support/test-clock.js';

/** A plain request, with single parts replaced. */
export function request(changes: Partial<WireRequest> = {}): WireRequest {
  return {
    method: 'POST',
    path: '/token',
    headers: [['Content-Type', 'application/json']],
    body: Buffer.from('{}'),
    chunked: false,
    signed: { stringToSign: '', algorithm: '' },
    ...changes,
  };
}

/** A client of a test server that waits for nothing between attempts; it is closed when the test ends. */
export function clientOf(
  baseUrl: string,
  limits: Partial<Limits> = {},
  { tls = {}, clock = new TestClock() }: { tls?: TargetPlan['tls']; clock?: Clock } = {},
): TargetClient {
  const client = new TargetClient(
    {
      baseUrl,
      limits: {
        rate: null,
        concurrency: 4,
        timeoutMs: 10_000,
        longestWaitMs: 30_000,
        maxRequests: null,
        ...limits,
      },
      tls,
    },
    { clock },
  );
  onTestFinished(() => client.close());
  return client;
}
