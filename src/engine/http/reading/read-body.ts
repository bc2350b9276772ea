import { headerOf, type WireHeaders, type WireResponse } from '../wire.js';
import { decodeContent } from './content-coding.js';
import { TooLarge } from './too-large.js';

/** More of an answer than this is not read: no SNAP message comes near it. */
const maxBodyBytes = 1024 * 1024;

/** A body that didn't come to its end. */
export class BodyCut extends Error {
  override readonly name = 'BodyCut';

  constructor(
    /** How the answer said where it ends: a number of bytes, by a last chunk, or by closing. */
    readonly ends: number | 'chunk' | 'close',
    /** Bytes that came. */
    readonly came: number,
    override readonly cause: unknown,
  ) {
    super('body cut');
  }
}

/**
 * Reads a body to its end, and undoes its content coding.
 *
 * @throws TooLarge, or BodyCut for whatever the connection throws
 */
export async function readBody(
  chunks: AsyncIterable<Buffer>,
  headers: WireHeaders,
): Promise<Pick<WireResponse, 'body' | 'undecoded'>> {
  const parts: Buffer[] = [];
  let came = 0;
  try {
    for await (const chunk of chunks) {
      came += chunk.length;
      if (came > maxBodyBytes) throw new TooLarge();
      parts.push(chunk);
    }
  } catch (error) {
    throw error instanceof TooLarge ? error : new BodyCut(endOf(headers), came, error);
  }
  return decodeContent(Buffer.concat(parts), headerOf(headers, 'content-encoding'), maxBodyBytes);
}

function endOf(headers: WireHeaders): BodyCut['ends'] {
  const length = headerOf(headers, 'content-length');
  if (length !== undefined) return Number(length);
  return headerOf(headers, 'transfer-encoding') === undefined ? 'close' : 'chunk';
}
