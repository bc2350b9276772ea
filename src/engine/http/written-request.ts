import { Readable } from 'node:stream';
import type { Way } from '../plan/plan.js';
import type { Clock } from './clock.js';
import { roundTrip } from './round-trip.js';
import { destinationOf } from './way/open-socket.js';
import type { WireRequest } from './wire.js';

/** A request's headers and body as the pool takes them. */
export function writtenRequest(
  { headers, body, chunked, splitAt }: WireRequest,
  base: URL,
  way: Pick<Way, 'resolve'>,
  clock: Clock,
  signal: AbortSignal,
): { headers: string[]; body: Buffer | Readable | null } {
  const list = headers.flat();
  if (body === undefined) return { headers: list, body: null };
  if (splitAt === undefined) return { headers: list, body: chunked ? Readable.from([body]) : body };
  async function* inTwo(whole: Buffer): AsyncGenerator<Buffer> {
    yield whole.subarray(0, splitAt);
    await roundTrip(destinationOf(base, way), clock, signal);
    yield whole.subarray(splitAt);
  }
  return {
    // What comes piece by piece has no length of its own.
    headers: [...list, 'Content-Length', String(body.length)],
    // The pool takes any iterable. A stream would read ahead, and begin to wait before the first part is written.
    body: inTwo(body) as unknown as Readable,
  };
}
