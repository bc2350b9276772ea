import { buildConnector } from 'undici';
import type { Way } from '../../plan/plan.js';
import { destinationOf, openSocket } from './open-socket.js';

/**
 * How a pool connects to a URL: straight, or through the proxy.
 *
 * @param timeoutMs for each connection
 */
export function connectorOf(url: URL, way: Way, timeoutMs: number): buildConnector.connector {
  const { tls, http2 = false, proxy } = way;
  const straight = buildConnector({ ...tls, allowH2: http2, timeout: timeoutMs });
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
