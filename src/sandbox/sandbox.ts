import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { receive } from './answers/received.js';
import type { SandboxAnswer } from './answers/sandbox-answer.js';
import { writeAnswer } from './answers/write-answer.js';
import { createProvider, type ProviderOptions } from './provider.js';
import { type CertifiedKey, createServers } from './servers.js';
import { authCodePath } from './token-b2b2c/service.js';

/** What a sandbox is started with: the provider that it plays, and where it listens. */
export interface SandboxServerOptions extends ProviderOptions {
  /** Makes it speak HTTPS. */
  tls?: CertifiedKey;
  /** Default 0: any free one. */
  port?: number;
  /** Default 127.0.0.1. */
  host?: string;
}

/** A server that runs. */
export interface Sandbox {
  /** Base URL without a path. */
  url: string;
  port: number;
  /** Requests received so far. */
  readonly requests: number;
  /** Authorization codes given so far, expired ones not counted. */
  readonly codes: number;
  /** Stops it and cuts every connection, idle or not. */
  close(): Promise<void>;
}

/**
 * Starts a provider that keeps to a profile, except for the faults that are switched on.
 *
 * @throws RangeError for an unknown fault or variation, and for a fault that needs the private keys
 * of clients that have none
 */
export async function createSandbox(options: SandboxServerOptions): Promise<Sandbox> {
  const provider = await createProvider(options);

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const received = await receive(request);
    const answer = await provider.answer(received);
    const transport = received.unfinished
      ? { ...answer.transport, close: true as const }
      : answer.transport;
    await writeAnswer(response, { ...answer, transport });
  }

  let requests = 0;
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    // A customer's consent is no request to the provider's services.
    if (!request.url?.startsWith(authCodePath)) requests += 1;
    // What still fails is a client that broke off: nobody is left to answer.
    handle(request, response).catch(() => request.socket.destroy());
  };
  const { listening, http } = createServers(options.tls, provider.tls);
  for (const server of http) {
    server.on('request', onRequest);
    // An unknown expectation is ignored rather than answered without a SNAP body.
    server.on('checkExpectation', onRequest);
    server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
      // Without a handshake there is nothing to answer over.
      if (/^ERR_(?:SSL|TLS)_/.test(error.code ?? '')) socket.destroy();
      else answerRaw(socket, provider.refuse('malformed-body'));
    });
    server.on('connect', (_request, socket: Duplex) =>
      answerRaw(socket, provider.refuse('method')),
    );
  }

  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    listening.once('error', reject);
    listening.listen(options.port ?? 0, host, resolve);
  });
  const { port } = listening.address() as AddressInfo;
  return {
    url: `${options.tls ? 'https' : 'http'}://${reachable(host)}:${port}`,
    port,
    get requests() {
      return requests;
    },
    get codes() {
      return provider.codesIssued();
    },
    close: () =>
      new Promise((resolve) => {
        listening.close(() => resolve());
        for (const server of http) server.closeAllConnections();
      }),
  };
}

/** How this machine reaches what listens at a host: at every address means the loopback, too. */
function reachable(host: string): string {
  const named = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host;
  return named.includes(':') ? `[${named}]` : named;
}

/** Answers over the bare socket what node doesn't take for a request, and closes. */
function answerRaw(socket: Duplex, { status, headers, body, serialise }: SandboxAnswer): void {
  if (!socket.writable) return;
  const text = serialise(body);
  const lines = Object.entries({
    ...headers,
    'Content-Length': String(Buffer.byteLength(text)),
    Connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} Refused\r\n${lines.join('')}\r\n${text}`);
}
