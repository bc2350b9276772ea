import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';

const decoders: Record<string, (bytes: Buffer, limit: number) => Promise<Buffer>> = {
  gzip: (bytes, maxOutputLength) => promisify(gunzip)(bytes, { maxOutputLength }),
  'x-gzip': (bytes, maxOutputLength) => promisify(gunzip)(bytes, { maxOutputLength }),
  deflate: (bytes, maxOutputLength) => promisify(inflate)(bytes, { maxOutputLength }),
  br: (bytes, maxOutputLength) => promisify(brotliDecompress)(bytes, { maxOutputLength }),
};

/**
 * Undoes a Content-Encoding (RFC 9110 section 8.4). What can't be undone is left as it came: the
 * checks then say that the body isn't JSON.
 *
 * @param limit Bytes; a body that would grow beyond is left as it came.
 */
export async function decodeContent(
  bytes: Buffer,
  coding: string | undefined,
  limit: number,
): Promise<Buffer> {
  const decode = coding === undefined ? undefined : decoders[coding.trim().toLowerCase()];
  if (!decode || bytes.length === 0) return bytes;
  return decode(bytes, limit).catch(() => bytes);
}
