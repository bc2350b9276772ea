import { type IncomingMessage, request as startRequest } from 'node:http';
import type { Way } from '../plan/plan.js';
import type { Clock } from './clock.js';
import { decodeContent } from './content-coding.js';
import { openSocket } from './way/open-socket.js';
import { secured } from './way/secured.js';
import { headerOf, headerPairs, type WireRequest, type WireResponse } from './wire.js';

/** RFC 9110 section 10.1.1: a client doesn't wait for ever. As long as curl waits. */
const continueWaitMs = 1000;

/** What {@link sendExpecting} works with. */
export interface ExpectOptions {
  way: Way;
  clock: Clock;
  /** Ends the exchange; its reason is what is thrown. */
  signal: AbortSignal;
  /** More of an answer than this is not read. */
  maxBodyBytes: number;
}

/**
 * Sends a request with an Expect header, which the pool doesn't take: the headers first, and the body on
 * 100 Continue, or after a second without any answer. A final answer before that keeps the body back.
 * Each has a connection of its own; it asks to be kept, as all others do, so that Expect is the one difference.
 *
 * @throws the error of the connection, the signal's reason, or UND_ERR_RES_EXCEEDED_MAX_SIZE
 */
export async function sendExpecting(
  request: WireRequest,
  url: URL,
  { way, clock, signal, maxBodyBytes }: ExpectOptions,
): Promise<WireResponse> {
  const { method, body = Buffer.alloc(0) } = request;
  const socket = await secured(await openSocket(url, way, signal), url, way, signal);
  const outgoing = startRequest({
    method,
    path: `${url.pathname}${url.search}`,
    // A list, so that names keep their letter case and doubled ones stay doubled.
    headers: [
      ...request.headers.flat(),
      ...['Host', url.host, 'Content-Length', String(body.length), 'Connection', 'keep-alive'],
    ],
    createConnection: () => socket,
  });
  const abort = () => outgoing.destroy(signal.reason as Error);
  signal.addEventListener('abort', abort, { once: true });
  try {
    const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
      let settled = false;
      const answered = new AbortController();
      const sendBody = () => {
        if (!settled && !outgoing.writableEnded) outgoing.end(body);
      };
      outgoing.on('error', (error) => {
        settled = true;
        answered.abort();
        reject(error);
      });
      outgoing.once('continue', sendBody);
      outgoing.once('response', (response) => {
        settled = true;
        answered.abort();
        resolve(response);
      });
      outgoing.flushHeaders();
      // Nobody waits any longer once the answer is there: a process would end later for it.
      clock.pause(continueWaitMs, answered.signal).then(sendBody, () => {});
    });
    const headers = headerPairs(incoming.rawHeaders);
    const coded = await wholeBody(incoming, maxBodyBytes);
    const coding = headerOf(headers, 'content-encoding');
    return {
      status: incoming.statusCode ?? 0,
      headers,
      body: await decodeContent(coded, coding, maxBodyBytes),
    };
  } finally {
    signal.removeEventListener('abort', abort);
    outgoing.destroy();
  }
}

async function wholeBody(incoming: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > limit) throw new TooLarge();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

class TooLarge extends Error {
  readonly code = 'UND_ERR_RES_EXCEEDED_MAX_SIZE';
}
