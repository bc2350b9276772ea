import type { SignatureEncoding } from '../../../protocol/signature.js';
import type { MistakeId } from '../catalogue/catalogue.js';
import type { Option } from '../mistake.js';

/** Writes the bytes of a signature as the text of a header. */
export type Encode = (signature: Buffer) => string;

const base64: Encode = (bytes) => bytes.toString('base64');
const hex: Encode = (bytes) => bytes.toString('hex');
const around =
  (write: Encode, before: string, after: string): Encode =>
  (bytes) =>
    before + write(bytes) + after;

/** The ways in which senders write a signature that a header can hold, and a server may so expect. */
export function encoders(documented: SignatureEncoding): Option<Encode>[] {
  const right = documented === 'base64' ? base64 : hex;
  const ways: [MistakeId, Encode][] = [
    documented === 'base64' ? ['encoding/hex', hex] : ['encoding/base64', base64],
    ['encoding/hex', (bytes) => hex(bytes).toUpperCase()],
    ['encoding/base64url', (bytes) => bytes.toString('base64url')],
    ['encoding/base64url', (bytes) => base64(bytes).replaceAll('+', '-').replaceAll('/', '_')],
    ['encoding/unpadded', (bytes) => base64(bytes).replace(/=+$/, '')],
    ['encoding/base64-of-hex', (bytes) => Buffer.from(hex(bytes)).toString('base64')],
    ['encoding/base64-of-hex', (bytes) => Buffer.from(hex(bytes).toUpperCase()).toString('base64')],
    ['encoding/base64-twice', (bytes) => Buffer.from(base64(bytes)).toString('base64')],
    ['encoding/hex-of-base64', (bytes) => Buffer.from(base64(bytes)).toString('hex')],
    ['encoding/hex-of-hex', (bytes) => Buffer.from(hex(bytes)).toString('hex')],
    [
      'encoding/base64-of-base64url',
      (bytes) => Buffer.from(bytes.toString('base64url')).toString('base64'),
    ],
    ['encoding/byte-order-reversed', (bytes) => right(Buffer.from(bytes).reverse())],
    ['encoding/zero-before', (bytes) => right(Buffer.concat([Buffer.alloc(1), bytes]))],
    ['encoding/newline-within', (bytes) => right(Buffer.concat([bytes, Buffer.from('\n')]))],
    ['encoding/utf-16', (bytes) => Buffer.from(base64(bytes), 'utf16le').toString('base64')],
    ['encoding/percent-encoded', (bytes) => encodeURIComponent(right(bytes))],
    [
      'encoding/percent-encoded-twice',
      (bytes) => encodeURIComponent(encodeURIComponent(right(bytes))),
    ],
    ['encoding/plus-as-space', (bytes) => right(bytes).replaceAll('+', ' ')],
    ['encoding/slashes-escaped', (bytes) => right(bytes).replaceAll('/', '\\/')],
    ['encoding/quoted', around(right, '"', '"')],
    ['encoding/quoted', around(right, "'", "'")],
    ['encoding/python-bytes', around(right, "b'", "'")],
    ['encoding/in-brackets', around(right, '[', ']')],
    ['encoding/prefixed', around(right, 'Bearer ', '')],
    ['encoding/prefixed', around(right, 'Signature ', '')],
    ['encoding/prefixed', around(right, 'signature=', '')],
    ['encoding/prefixed', around(hex, 'sha256=', '')],
    ['encoding/prefixed', around(hex, 'sha512=', '')],
    ['encoding/hex-prefixed', around(hex, '0x', '')],
    ['encoding/hex-in-pairs', (bytes) => hex(bytes).replace(/..(?!$)/g, '$&:')],
    [
      'encoding/hex-in-pairs',
      (bytes) =>
        hex(bytes)
          .toUpperCase()
          .replace(/..(?!$)/g, '$&-'),
    ],
    ['encoding/decimal', (bytes) => BigInt(`0x${hex(bytes)}`).toString()],
    ['encoding/number-list', (bytes) => `[${[...bytes].join(',')}]`],
  ];
  return ways.map(([id, value]) => ({ mistakes: [{ id }], value }));
}
