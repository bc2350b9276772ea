import { request as plainRequest, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import { connect, type Socket } from 'node:net';
import { rootCertificates } from 'node:tls';
import { toolName } from '../../input/package-root.js';
import type { ProxyPlan, Way } from '../../plan/plan.js';
import { ProxyError } from './proxy-error.js';

/** Host and port, the host without the brackets of an IPv6 address. */
export interface Address {
  host: string;
  port: number;
}

/** Where a URL is, by its name. */
export function addressOf({ hostname, port, protocol }: URL): Address {
  const usual = protocol === 'https:' ? 443 : 80;
  return { host: bare(hostname), port: port === '' ? usual : Number(port) };
}

/** Where connections to a URL go: by its name, or by the config's `resolve`. */
export function destinationOf(url: URL, { resolve }: Pick<Way, 'resolve'>): Address {
  const { host, port } = addressOf(url);
  return resolve ? { host: resolve.address, port: resolve.port ?? port } : { host, port };
}

/**
 * Opens a connection to where a URL is, through the proxy if there is one. Nothing of TLS is done yet.
 *
 * @throws the error of the connection, the signal's reason, or ProxyError
 */
export async function openSocket(
  url: URL,
  way: Pick<Way, 'proxy' | 'resolve' | 'tls'>,
  signal: AbortSignal,
): Promise<Socket> {
  signal.throwIfAborted();
  const destination = destinationOf(url, way);
  return way.proxy
    ? throughProxy(destination, way.proxy, way.tls.ca, signal)
    : connected(destination, signal);
}

/** A connection without any proxy. */
function connected(address: Address, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    const abort = () => socket.destroy(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    const settle = () => signal.removeEventListener('abort', abort);
    socket.once('error', (error) => {
      settle();
      reject(error);
    });
    socket.once('connect', () => {
      settle();
      socket.removeAllListeners('error');
      resolve(socket.setNoDelay(true));
    });
  });
}

/**
 * A tunnel made by CONNECT (RFC 9110 section 9.3.6), for http as for https: the proxy can't change what goes through, so
 * that what is measured is the target.
 */
function throughProxy(
  { host, port }: Address,
  proxy: ProxyPlan,
  ca: string | undefined,
  signal: AbortSignal,
): Promise<Socket> {
  const url = new URL(proxy.url);
  const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const options: RequestOptions = {
    method: 'CONNECT',
    ...{ host: bare(url.hostname), port: addressOf(url).port, path: authority },
    headers: {
      Host: authority,
      'User-Agent': toolName,
      ...(proxy.authorization !== undefined && { 'Proxy-Authorization': proxy.authorization }),
    },
    agent: false,
    // A company's own authority may have certified both.
    ...(ca !== undefined && { ca: [...rootCertificates, ca] }),
  };
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) =>
      reject(
        signal.aborted
          ? signal.reason
          : new ProxyError(url.host, { error: error.code ?? error.message }),
      );
    const asking = (url.protocol === 'https:' ? secureRequest : plainRequest)(options);
    const abort = () => asking.destroy();
    signal.addEventListener('abort', abort, { once: true });
    asking.once('error', failed);
    asking.once('close', () => failed(new Error('it closed the connection')));
    asking.once('connect', ({ statusCode: status = 0, statusMessage = '' }, socket, head) => {
      signal.removeEventListener('abort', abort);
      if (status === 200) {
        if (head.length > 0) socket.unshift(head);
        return resolve(socket as Socket);
      }
      socket.destroy();
      reject(new ProxyError(url.host, { status, statusText: statusMessage.slice(0, 80) }));
    });
    asking.end();
  });
}

function bare(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}
