import type { SignedRequest } from '../../../engine/signing/sign-request.js';

/**
 * A request as HTTP/1.1 has it on the wire, for a socket or for an IDE's HTTP client.
 *
 * Source: RFC 9112, sections 2.1 and 3.
 *
 * @param url where it is sent
 */
export function httpText({ method, headers, body }: SignedRequest, url: string): string {
  const { host, origin } = new URL(url);
  const lines = [
    `${method} ${url.slice(origin.length) || '/'} HTTP/1.1`,
    `Host: ${host}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]),
    // Programs such as nc wait until the server closes.
    'Connection: close',
  ];
  return `${lines.join('\r\n')}\r\n\r\n${body ?? ''}`;
}
