import type { TLSSocket } from 'node:tls';
import { buildConnector } from 'undici';
import type { Way } from '../../plan/plan.js';
import { destinationOf, openSocket } from './open-socket.js';

/**
 * How a pool connects to a URL: straight, or through the proxy.
 *
 * @param timeoutMs for each connection
 * @param onProtocol told what each connection speaks by ALPN: `h2`, `http/1.1`
 */
export function connectorOf(
  url: URL,
  way: Way,
  timeoutMs: number,
  onProtocol: (protocol: string | false | null | undefined) => void = () => {},
): buildConnector.connector {
  const { tls, http2 = false, proxy } = way;
  const connect = buildConnector({ ...tls, allowH2: http2, timeout: timeoutMs });
  const straight: buildConnector.connector = (options, callback) =>
    connect(options, (...result) => {
      const [, socket] = result;
      if (socket) onProtocol((socket as Partial<TLSSocket>).alpnProtocol);
      callback(...result);
    });
  if (!proxy) {
    // The name that is asked for in TLS is the pool's own, whatever host is connected to.
    const { host, port } = destinationOf(url, way);
    return (options, callback) =>
      straight({ ...options, hostname: host, port: String(port) }, callback);
  }
  return (options, callback) => {
    const signal = AbortSignal.timeout(timeoutMs);
    openSocket(url, way, signal).then(
      (socket) =>
        url.protocol === 'https:'
          ? straight({ ...options, httpSocket: socket }, callback)
          : callback(null, socket),
      (error: Error) => callback(error, null),
    );
  };
}
