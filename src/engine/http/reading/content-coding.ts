import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { TooLarge } from './too-large.js';

type Decoder = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const decoders: Record<string, Decoder | undefined> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
  identity: async (bytes) => bytes,
};

/** A body, and the coding that it claims and that could not be undone. */
export interface Decoded {
  body: Buffer;
  undecoded?: string;
}

/**
 * Undoes a Content-Encoding (RFC 9110 section 8.4). What can't be undone is left as it came.
 *
 * @param limit Bytes that a body may grow to.
 * @throws TooLarge
 */
export async function decodeContent(
  bytes: Buffer,
  coding: string | undefined,
  limit: number,
): Promise<Decoded> {
  const name = coding?.trim().toLowerCase() ?? '';
  if (name === '' || bytes.length === 0) return { body: bytes };
  const undecoded = { body: bytes, undecoded: name };
  const decode = decoders[name];
  if (!decode) return undecoded;
  try {
    return { body: await decode(bytes, { maxOutputLength: limit }) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new TooLarge(name);
    return undecoded;
  }
}
