import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createSecureServer, type ServerOptions } from 'node:https';
import {
  type AddressInfo,
  createServer as createSocketServer,
  type Server,
  type Socket,
} from 'node:net';
import { onTestFinished } from 'vitest';

/** A server on loopback that stops when the test ends. */
export interface TestServer {
  url: string;
  port: number;
  close(): Promise<void>;
}

/** Starts an HTTP server; with `tls` one for HTTPS. */
export function serve(listener: RequestListener, tls?: ServerOptions): Promise<TestServer> {
  const server = tls ? createSecureServer(tls, listener) : createServer(listener);
  return listen(server, tls ? 'https' : 'http', () => server.closeAllConnections());
}

/** Starts a server that speaks whatever the listener does with the bare socket. */
export function serveRaw(listener: (socket: Socket) => void): Promise<TestServer> {
  const sockets = new Set<Socket>();
  const server = createSocketServer((socket) => {
    sockets.add(socket);
    // The client may break off; that is for the client's test to notice.
    socket.on('error', () => undefined);
    listener(socket);
  });
  return listen(server, 'http', () => {
    for (const socket of sockets) socket.destroy();
  });
}

/** The whole body of a request. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A URL of loopback at which nothing listens. */
export async function closedUrl(): Promise<string> {
  const { url, close } = await serve(() => undefined);
  await close();
  return url;
}

async function listen(server: Server, scheme: string, cut: () => void): Promise<TestServer> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= new Promise((resolve) => {
      server.close(() => resolve());
      cut();
    });
    return closed;
  };
  onTestFinished(close);
  return { url: `${scheme}://127.0.0.1:${port}`, port, close };
}
