import type { WireRequest } from '../wire.js';

/** Headers that speak of one connection, which HTTP/2 forbids (RFC 9113 section 8.2.2), and what the pool takes over 1.1 alone. */
const ofTheConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te']);

/**
 * True for a request that loses over HTTP/2 what it is about: chunks, headers of the connection, a name that comes twice
 * or in another letter case.
 */
export function needsHttp1(request: WireRequest): boolean {
  const { method, headers, body, chunked, splitAt, http1 } = request;
  const names = headers.map(([name]) => name.toLowerCase());
  return (
    http1 === true ||
    chunked ||
    splitAt !== undefined ||
    // The pool sends no body with another method over HTTP/2.
    (body !== undefined && !['POST', 'PUT', 'PATCH'].includes(method)) ||
    new Set(names).size < names.length ||
    names.some((name) => ofTheConnection.has(name))
  );
}
