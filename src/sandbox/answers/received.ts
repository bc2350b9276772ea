import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** No SNAP message comes near this size: a larger body is refused unread. */
const maxBodyBytes = 64 * 1024;
/** A body that is too large is still read up to here, so that the connection can be kept. */
const maxSkippedBytes = 16 * 1024 * 1024;

/** A request as it came over the wire. */
export interface Received {
  method: string;
  /** Path and query, as sent. */
  target: string;
  /** Without the query string. */
  path: string;
  /** By lower-case name; a name that came more than once has its values joined by a comma. */
  headers: IncomingHttpHeaders;
  /** Names and values in turn, as written. */
  rawHeaders: readonly string[];
  /** Empty if the body is too large. */
  body: Buffer;
  /** The body in the pieces in which it was read. */
  pieces: readonly Buffer[];
  tooLarge: boolean;
  /** True if the rest of the body was left unread. */
  unfinished: boolean;
  /** Identifies the connection that it came on. */
  connection: object;
}

/**
 * Reads a request to its end.
 *
 * @throws when the client breaks off
 */
export async function receive(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size <= maxBodyBytes) chunks.push(bytes);
    if (size > maxSkippedBytes) break;
  }
  const tooLarge = size > maxBodyBytes;
  const target = request.url ?? '';
  const [path = ''] = target.split('?', 1);
  return {
    method: request.method ?? '',
    target,
    path,
    headers: request.headers,
    rawHeaders: request.rawHeaders,
    body: tooLarge ? Buffer.alloc(0) : Buffer.concat(chunks),
    pieces: tooLarge ? [] : chunks,
    tooLarge,
    unfinished: size > maxSkippedBytes,
    connection: request.socket,
  };
}

/** The value of a header; undefined if it is absent. */
export function headerOf({ headers }: Pick<Received, 'headers'>, name: string): string | undefined {
  const value = headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(', ') : value;
}
