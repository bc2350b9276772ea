import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { receive } from '../../src/sandbox/answers/received.js';
import type { SandboxAnswer } from '../../src/sandbox/answers/sandbox-answer.js';
import type { Provider } from '../../src/sandbox/provider.js';
import type { CertifiedKey } from '../../src/sandbox/servers.js';

/** What a conforming provider would answer, and the socket to answer on. */
export interface Bent {
  socket: Socket;
  /** Requests that the server had so far, this one included. */
  count: number;
  /** Of the request. */
  method: string;
  status: number;
  /** Without Content-Length. */
  headers: [name: string, value: string][];
  body: Buffer;
}

/** A server that runs until it is closed. */
export interface BentServer {
  port: number;
  close(): Promise<void>;
}

/** How a server listens. */
export interface ListenOptions {
  /** Asked before the provider is, with the number of the request and its path; true if it has dealt with it. */
  instead?: ((socket: Socket, count: number, path: string) => boolean) | undefined;
  tls?: CertifiedKey | undefined;
  /** Connections that it takes at a time; it closes any more. */
  mostConnections?: number | undefined;
}

/** Asks a conforming provider, and lets `bend` write the answer in its own way, byte by byte. */
export function serveBent(
  provider: Provider,
  bend: (bent: Bent) => void,
  options: ListenOptions = {},
): Promise<BentServer> {
  let count = 0;
  const http = createServer({ maxHeaderSize: 64 * 1024, requireHostHeader: false });
  const handle = async (request: IncomingMessage) => {
    count += 1;
    const mine = count;
    const received = await receive(request);
    const { socket, method = '' } = request;
    if (options.instead?.(socket, mine, received.path)) return;
    const answer = await provider.answer(received);
    if (socket.writable) bend({ socket, count: mine, method, ...bare(answer) });
  };
  const onRequest = (request: IncomingMessage) => {
    // What fails is a client that broke off.
    handle(request).catch(() => request.socket.destroy());
  };
  http.on('request', onRequest);
  http.on('checkExpectation', onRequest);
  http.on('checkContinue', (request: IncomingMessage) => {
    request.socket.write('HTTP/1.1 100 Continue\r\n\r\n');
    onRequest(request);
  });
  http.on('clientError', (_error, socket) => {
    if (!socket.writable) return socket.destroy();
    return socket.end(written({ ...bare(provider.refuse('malformed-body')), close: true }));
  });
  return listen((socket) => http.emit('connection', socket), options);
}

/** Serves connections in whatever way the listener does. */
export function listen(
  listener: (socket: Socket) => void,
  { tls, mostConnections }: ListenOptions = {},
): Promise<BentServer> {
  const sockets = new Set<Socket>();
  const onSocket = (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.setNoDelay(true);
  };
  const server = tls
    ? createTlsServer(tls, listener)
    : createSocketServer({ noDelay: true }, listener);
  if (mostConnections !== undefined) server.maxConnections = mostConnections;
  server.on('connection', onSocket);
  server.on('tlsClientError', () => undefined);
  server.on('secureConnection', onSocket);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      const close = () =>
        new Promise<void>((closed) => {
          server.close(() => closed());
          for (const socket of sockets) socket.destroy();
        });
      resolve({ port, close });
    });
  });
}

function bare({
  status,
  headers,
  body,
  serialise,
}: SandboxAnswer): Pick<Bent, 'status' | 'headers' | 'body'> {
  return {
    status,
    headers: [...Object.entries(headers), ['Date', new Date().toUTCString()]],
    body: Buffer.from(serialise(body)),
  };
}

/** How an answer is written, if not in the usual way. */
export interface Writing {
  status: number | string;
  headers: [name: string, value: string][];
  body: Buffer | string;
  version?: string;
  /** With the space before it. */
  reason?: string;
  /** Lines between the headers and the body that say how long it is; default: its Content-Length. */
  framing?: string;
  close?: boolean;
}

/** An answer as bytes. */
export function written(writing: Writing): Buffer {
  const { version = 'HTTP/1.1', status, reason = ' Status', headers, close } = writing;
  const body = Buffer.from(writing.body as string);
  const { framing = `Content-Length: ${body.length}\r\n` } = writing;
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const closing = close ? 'Connection: close\r\n' : '';
  const head = `${version} ${status}${reason}\r\n${lines}${framing}${closing}\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), body]);
}
