import { decodeSignature, type SignatureEncoding } from '../../../protocol/signature.js';
import type { MistakeId } from '../catalogue/catalogue.js';

/** Reads the bytes of a text, if that is how they were written. */
type Decode = (text: string) => Buffer | undefined;

const base64: Decode = (text) => decodeSignature(text, 'base64');
const hex: Decode = (text) => decodeSignature(text, 'hex');

const base64url: Decode = (text) =>
  /^[\w-]+={0,2}$/.test(text) && /[-_]/.test(text) ? Buffer.from(text, 'base64url') : undefined;

const unpadded: Decode = (text) => {
  const bare = text.replace(/=+$/, '');
  const padded = bare.padEnd(Math.ceil(bare.length / 4) * 4, '=');
  return padded === text ? undefined : base64(padded);
};

/** Cut within a group of four letters, so that bits are left over. */
const cutShort: Decode = (text) =>
  /^[A-Za-z0-9+/]{16,}$/.test(text) && text.length % 4 !== 0
    ? Buffer.from(text, 'base64')
    : undefined;

/** Text that was encoded once more. */
const inner =
  (outer: Decode, read: Decode): Decode =>
  (text) => {
    const within = outer(text)?.toString('latin1').replace(/\s+$/, '');
    return within !== undefined && within.length > 0 && /^[\x21-\x7e]+$/.test(within)
      ? read(within)
      : undefined;
  };

/** Base32 (RFC 4648, section 6). */
const base32: Decode = (text) => {
  if (!/^[A-Z2-7]{32,}=*$/.test(text)) return undefined;
  const bits = [...text.replace(/=+$/, '')]
    .map((letter) =>
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
    )
    .join('');
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
};

/** A server or proxy shows header bytes as Latin-1 or as UTF-8. */
const latin1: Decode = (text) =>
  /[^\x20-\x7e]/.test(text) && [...text].every((letter) => letter.charCodeAt(0) < 256)
    ? Buffer.from(text, 'latin1')
    : undefined;

/** Base64 of the bytes after they were taken for Latin-1 text and written as UTF-8. */
const asText: Decode = (text) => {
  const bytes = base64(text);
  const written = bytes?.toString('utf8') ?? '';
  if (!/[\u0080-\u00ff]/.test(written) || /[^\u0000-\u00ff]/.test(written)) return undefined;
  return Buffer.from(written, 'latin1');
};

const utf16: Decode = (text) => {
  const bytes = base64(text);
  const within = bytes?.toString('utf16le') ?? '';
  return /^[\x21-\x7e]{16,}$/.test(within) ? (base64(within) ?? hex(within)) : undefined;
};

const decimal: Decode = (text) => {
  if (!/^\d{60,}$/.test(text)) return undefined;
  const digits = BigInt(text).toString(16);
  return Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
};

/** How bytes are written by mistake, in the order in which that is met. */
export function decoders(
  documented: SignatureEncoding,
): readonly (readonly [MistakeId | undefined, Decode])[] {
  return [
    [undefined, (text) => decodeSignature(text, documented)],
    documented === 'base64' ? ['encoding/hex', hex] : ['encoding/base64', base64],
    ['encoding/base64url', base64url],
    ['encoding/unpadded', unpadded],
    ['encoding/cut', cutShort],
    ['encoding/base64-of-hex', inner(base64, hex)],
    ['encoding/base64-twice', inner(base64, base64)],
    ['encoding/base64-twice', inner(base64, inner(base64, base64))],
    ['encoding/hex-of-base64', inner(hex, base64)],
    ['encoding/hex-of-hex', inner(hex, hex)],
    ['encoding/base64-of-base64url', inner(base64, base64url)],
    [
      'encoding/odd-hex',
      (text) =>
        /^[0-9a-fA-F]+$/.test(text) && text.length % 2 === 1 ? hex(`0${text}`) : undefined,
    ],
    ['encoding/base32', base32],
    ['encoding/bytes-as-text', latin1],
    ['encoding/bytes-as-text', asText],
    ['encoding/utf-16', utf16],
    ['encoding/decimal', decimal],
  ];
}

/** What can happen to the bytes themselves, and how to undo it. */
export const byteDamages: readonly (readonly [
  MistakeId,
  (bytes: Buffer, lengths: ReadonlySet<number>) => Buffer | undefined,
])[] = [
  ['encoding/byte-order-reversed', (bytes) => Buffer.from(bytes).reverse()],
  [
    'encoding/zero-before',
    (bytes, lengths) =>
      bytes[0] === 0 && lengths.has(bytes.length - 1) ? bytes.subarray(1) : undefined,
  ],
  [
    'encoding/leading-zero-lost',
    (bytes, lengths) =>
      lengths.has(bytes.length + 1) ? Buffer.concat([Buffer.alloc(1), bytes]) : undefined,
  ],
  [
    'encoding/newline-within',
    (bytes, lengths) =>
      bytes.at(-1) === 10 && lengths.has(bytes.length - 1) ? bytes.subarray(0, -1) : undefined,
  ],
];
