import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { serve, type TestServer } from './server.js';

/** Says with each answer whether it was a refusal of a signature. */
export interface Seen {
  /** Requests so far, this one included. */
  requests: number;
  /** Answers 401 so far. */
  unauthorized: number;
  /** Milliseconds since the first request. */
  ms: number;
}

/** What comes between a target and its client: answers itself, or lets the request through. */
export type Trouble = (
  seen: Seen,
  response: ServerResponse,
  request: IncomingMessage,
) => 'answered' | undefined;

/** Passes requests on to a server, but for those that trouble befalls. */
export async function serveTroubled(
  to: string,
  trouble: Trouble,
): Promise<TestServer & { seen: Seen }> {
  const { port } = new URL(to);
  const seen: Seen = { requests: 0, unauthorized: 0, ms: 0 };
  let begun: number | undefined;
  const server = await serve((incoming, response) => {
    begun ??= performance.now();
    seen.requests += 1;
    seen.ms = performance.now() - begun;
    if (trouble(seen, response, incoming) === 'answered') {
      incoming.resume();
      return;
    }
    const { method = 'GET', url: path = '/', headers } = incoming;
    const outgoing = ask({ port, method, path, headers }, (answer) => {
      if (answer.statusCode === 401) seen.unauthorized += 1;
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    outgoing.on('error', () => response.destroy());
    incoming.pipe(outgoing);
  });
  return { ...server, seen };
}
