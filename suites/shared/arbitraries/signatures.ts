import fc from 'fast-check';
import { type Message, say } from '../../../src/messages/message.js';

const delimiters = [
  '',
  ':',
  ' | ',
  '| ',
  ' |',
  '\\|',
  '||',
  ',',
  ';',
  '-',
  '/',
  '&',
  '+',
  '%7C',
  '.',
  '\t',
  '\n',
  '|',
];

/** Delimiters between the parts of a string-to-sign that are not the documented one. */
export const wrongDelimiter = (documented: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(...delimiters.filter((text) => text !== documented)),
    fc
      .string({ unit: fc.constantFrom(...' :;,._-/\\&+#~|'), minLength: 1, maxLength: 3 })
      .filter((text) => text !== documented),
  );

/** Wrong delimiters that clients and servers have been seen with, the most common first. */
export const delimiterExamples = (documented: string): string[] =>
  ['|', ':', '', ',', ' | ', '-', '.', ';', '&', '\n'].filter((text) => text !== documented);

/** Bytes of a signature's length that no key made, in hex. */
export const madeUpBytes = (length: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.constantFrom(0x00, 0xff, 0x01).map((byte) => Buffer.alloc(length, byte)),
      fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => Buffer.from(bytes)),
    )
    .map((bytes) => bytes.toString('hex'));

/** Zeros, which raise to zero with any exponent; then ones, and bytes that are neither. */
export const madeUpBytesExamples = (length: number): string[] =>
  [0x00, 0xff, 0x01, 0x5a].map((byte) => Buffer.alloc(length, byte).toString('hex'));

/** Bits at either end and in the middle of so many bytes; the end first, since a comparison may stop short of it. */
export const bitExamples = (length: number): number[] => [length * 8 - 1, 0, length * 4];

/** The bytes with one bit turned over; bit 0 is the highest of the first byte. */
export function flipBit(bytes: Buffer, bit: number): Buffer {
  const flipped = Buffer.from(bytes);
  flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7));
  return flipped;
}

/** A change of a signature's length; never none. */
export type LengthChange = { keep: number } | { append: number[] } | { prepend: number[] };

export const lengthChange = (length: number): fc.Arbitrary<LengthChange> => {
  const extra = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 64 });
  return fc.oneof(
    fc.integer({ min: 1, max: length - 1 }).map((keep) => ({ keep })),
    extra.map((append) => ({ append })),
    extra.map((prepend) => ({ prepend })),
  );
};

/** One byte less or more, then much less. */
export const lengthChangeExamples = (length: number): LengthChange[] => [
  { append: [0] },
  { keep: length - 1 },
  { prepend: [0] },
  { keep: length >> 1 },
  { keep: 1 },
];

export function changeLength(bytes: Buffer, change: LengthChange): Buffer {
  if ('keep' in change) return bytes.subarray(0, change.keep);
  if ('append' in change) return Buffer.concat([bytes, Buffer.from(change.append)]);
  return Buffer.concat([Buffer.from(change.prepend), bytes]);
}

/** A right signature with so much added that no key is that long; its text comes to at most 8 KiB. */
export interface OverLong {
  /** Bytes, including what is added. */
  total: number;
  /** What is added: the signature over and over, or one byte. */
  filler: 'itself' | number;
  /** Added before the signature, or after it. */
  before: boolean;
}

export const overLong: fc.Arbitrary<OverLong> = fc.record({
  total: fc.integer({ min: 2048, max: 6144 }),
  filler: fc.oneof(fc.constant('itself' as const), fc.integer({ min: 0, max: 255 })),
  before: fc.boolean(),
});

export const overLongExamples: readonly OverLong[] = [
  { total: 2048, filler: 'itself', before: false },
  { total: 6144, filler: 0, before: false },
  { total: 2048, filler: 0, before: true },
];

export function makeOverLong(bytes: Buffer, { total, filler, before }: OverLong): Buffer {
  const added = Buffer.alloc(total - bytes.length, filler === 'itself' ? bytes : filler);
  return Buffer.concat(before ? [added, bytes] : [bytes, added]);
}

/** Characters outside the Base64 alphabet, put into a right signature, or text that never was one. */
export type NotBase64 = { insert: string; at: number } | { text: string };

export const notBase64: fc.Arbitrary<NotBase64> = fc.oneof(
  fc.record({
    insert: fc.string({
      unit: fc.constantFrom(...'!*#$%&()<>?@^~`{}[]|:;"\''),
      minLength: 1,
      maxLength: 4,
    }),
    at: fc.integer({ min: 1, max: 300 }),
  }),
  fc.constantFrom(
    { text: '[object Object]' },
    { text: '<signature>' },
    { text: '(null)' },
    { text: '!' },
    { text: '****' },
  ),
);

/** A character that lenient decoders skip comes first. */
export const notBase64Examples: readonly NotBase64[] = [
  { insert: '!', at: 8 },
  { insert: '*', at: 100 },
  { insert: '$', at: 1 },
  { text: '[object Object]' },
  { text: '<signature>' },
  { text: '(null)' },
];

export function breakBase64(text: string, change: NotBase64): string {
  if ('text' in change) return change.text;
  return `${text.slice(0, change.at)}${change.insert}${text.slice(change.at)}`;
}

/** Letters near the beginning, in the middle and near the end of a signature. */
export const letterExamples: readonly number[] = [0, 1, 100, 339];

/** The text with the letter case of one letter changed; `index` counts letters, round and round. */
export function flipLetterCase(text: string, index: number): string {
  const letters = [...text].flatMap((character, at) => (/[A-Za-z]/.test(character) ? [at] : []));
  const at = letters[index % letters.length] ?? 0;
  const letter = text[at] ?? '';
  const flipped = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  return `${text.slice(0, at)}${flipped}${text.slice(at + 1)}`;
}

/** A way to write a signature that may not be the documented one. */
interface Encoding {
  name: Message;
  /** The encoding that a document may name, when this is one of its spellings. */
  of?: 'hex';
  encode: (bytes: Buffer) => string;
}

/** A right signature in another encoding than the documented Base64. */
export const otherEncodings: readonly Encoding[] = [
  {
    name: say('shared/signature/encoding-hex'),
    of: 'hex',
    encode: (bytes) => bytes.toString('hex'),
  },
  {
    name: say('shared/signature/encoding-upper-case-hex'),
    of: 'hex',
    encode: (bytes) => bytes.toString('hex').toUpperCase(),
  },
  {
    name: say('shared/signature/encoding-base64url'),
    encode: (bytes) => bytes.toString('base64url'),
  },
  {
    name: say('shared/signature/encoding-base64-unpadded'),
    encode: (bytes) => bytes.toString('base64').replace(/=+$/, ''),
  },
  {
    name: say('shared/signature/encoding-base64-spaced'),
    encode: (bytes) => bytes.toString('base64').replace(/(.{76})/g, '$1 '),
  },
];
