import type { CheckContext } from '../../src/engine/checks/check.js';
import { headerOf } from '../../src/engine/http/wire.js';
import type { Observed } from '../../src/engine/session/observed.js';
import { sendAll } from './send-all.js';

/** Controls in a burst: each connection of the run is used a few times over. */
export function burstSize({ session, effort }: CheckContext<'token-b2b'>): number {
  return Math.min(session.concurrency, effort.runs) * 4;
}

/** Sends controls as fast as limits allow, and notes in the dialect how long they took and what was put off. */
export async function burst(t: CheckContext<'token-b2b'>): Promise<void> {
  const { session } = t;
  const count = burstSize(t);
  const observed = await sendAll(count, session.concurrency, () => session.sendControl());
  const times = observed
    .filter(({ answer }) => answer !== undefined)
    .map(({ sent }) => sent.durationMs)
    .sort((a, b) => a - b);
  if (times.length > 0) session.note('latency of a burst', latency(times, t));
  session.note('answers 429 in a burst', putOff(observed));
}

function latency(times: readonly number[], { session }: CheckContext<'token-b2b'>): string {
  const { concurrency } = session;
  const { rate } = session.target.limits;
  const shown = [
    ['median', 0.5],
    ['90 %', 0.9],
    ['slowest', 1],
  ] as const;
  const parts = shown.map(([name, share]) => `${name} ${Math.round(quantile(times, share))} ms`);
  const pace = rate === null ? '' : ` at ${rate} a second`;
  return `${times.length} answers, ${concurrency} at once${pace}: ${parts.join(', ')}`;
}

/** The nearest rank: a time that was measured. */
function quantile(times: readonly number[], share: number): number {
  return times[Math.max(0, Math.ceil(share * times.length) - 1)] ?? 0;
}

function putOff(observed: readonly Observed<'token-b2b'>[]): string {
  const answers = observed.flatMap(({ sent }) => sent.throttled ?? []);
  if (answers.length === 0) return `none of ${observed.length}`;
  const waits = answers.map(({ headers }) => headerOf(headers, 'retry-after') ?? 'absent');
  return `${answers.length} in ${observed.length} requests; Retry-After ${[...new Set(waits)].join(', ')}`;
}
