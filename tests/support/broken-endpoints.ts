import { randomBytes } from 'node:crypto';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { formatTimestamp } from '../../src/protocol/timestamp.js';
import type { Sandbox } from '../../src/sandbox/sandbox.js';
import { opaqueToken } from '../../src/sandbox/tokens/issue.js';

/** Endpoints that can't conform, whatever they are asked. */
export type BrokenKind =
  | 'refuses-everything'
  | 'accepts-everything'
  | 'unavailable'
  | 'silent'
  | 'garbage'
  | 'html'
  | 'resets'
  | 'huge';

function sendJson(
  response: ServerResponse,
  status: number,
  body: Record<string, unknown>,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'X-TIMESTAMP': formatTimestamp(Date.now(), 'offset'),
    ...headers,
  });
  response.end(JSON.stringify(body));
}

const filler = Buffer.alloc(64 * 1024, ' ');

function sendWithoutEnd(response: ServerResponse): void {
  let more = true;
  while (more && !response.destroyed) more = response.write(filler);
  response.once('drain', () => sendWithoutEnd(response));
}

const listeners: Record<BrokenKind, RequestListener> = {
  /** Every refusal is in SNAP's form, so that only the missing grant tells it from a good server. */
  'refuses-everything': (_request, response) =>
    sendJson(response, 401, {
      responseCode: '4017300',
      responseMessage: 'Unauthorized. Signature',
    }),
  /** Every grant is as the standard has it, so that only the missing refusal tells. */
  'accepts-everything': (request, response) =>
    sendJson(
      response,
      200,
      {
        responseCode: '2007300',
        responseMessage: 'Successful',
        accessToken: opaqueToken(),
        tokenType: 'Bearer',
        expiresIn: '900',
        additionalInfo: {},
      },
      {
        'X-CLIENT-KEY': String(request.headers['x-client-key'] ?? ''),
        'Cache-Control': 'no-store',
      },
    ),
  unavailable: (_request, response) => {
    response.writeHead(503, { 'Content-Type': 'text/html' });
    response.end('<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>');
  },
  silent: () => undefined,
  garbage: (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(randomBytes(512));
  },
  html: (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end('<!DOCTYPE html><html><body><h1>It works!</h1></body></html>');
  },
  resets: (request) => {
    request.socket.resetAndDestroy();
  },
  huge: (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.write('{"responseCode":"2007300","accessToken":"');
    sendWithoutEnd(response);
  },
};

/** All of them. */
export const brokenKinds = Object.keys(listeners) as BrokenKind[];

/** Starts an endpoint on loopback that is broken in one way for every request. */
export async function createBroken(kind: BrokenKind): Promise<Sandbox> {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    // The body has to be read, or the connection can't be used again.
    request.resume();
    listeners[kind](request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    get requests() {
      return requests;
    },
    codes: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
