import { isIP, type Socket } from 'node:net';
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls';
import type { Way } from '../../plan/plan.js';
import { addressOf } from './open-socket.js';

/** Begins TLS over an open connection, asking for the name in the URL. Whoever calls waits for the handshake. */
export function beginTls(
  socket: Socket,
  url: URL,
  { tls }: Pick<Way, 'tls'>,
  options: ConnectionOptions = {},
): TLSSocket {
  const { host } = addressOf(url);
  return connect({
    ...tls,
    socket,
    host,
    ...(isIP(host) === 0 && { servername: host }),
    ...options,
  });
}

/**
 * An open connection that requests to a URL can be written to: with TLS for https.
 *
 * @throws the error of the handshake, or the signal's reason
 */
export function secured(
  socket: Socket,
  url: URL,
  way: Pick<Way, 'tls'>,
  signal: AbortSignal,
): Promise<Socket> {
  if (url.protocol !== 'https:') return Promise.resolve(socket);
  return new Promise((resolve, reject) => {
    const secure = beginTls(socket, url, way);
    const abort = () => secure.destroy(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    const settle = () => signal.removeEventListener('abort', abort);
    secure.once('error', (error) => {
      settle();
      reject(error);
    });
    secure.once('secureConnect', () => {
      settle();
      secure.removeAllListeners('error');
      resolve(secure);
    });
  });
}
