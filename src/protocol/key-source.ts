import { KeyError } from './key-error.js';
import { keystoreError } from './keystore-error.js';

/** A key as text, or as the bytes of its file. */
export type KeySource = string | Uint8Array;

/** What a source holds: text, or the DER of one key or certificate. */
export type DecodedSource = { mended: string[] } & ({ text: string } | { der: Buffer });

/** A private key of 16384 bits takes 13 kB; anything longer is some other file. */
const maxLength = 100_000;

/** How UTF-16 begins, with its mark or without: a PEM, JSON or XML begins with ASCII. */
function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second)) return 'utf-16be';
  return undefined;
}

/** A key of more than 127 bytes states its length in long form (X.690, 8.1.3.5); no text has that byte second. */
function isDer(bytes: Buffer): boolean {
  return bytes[0] === 0x30 && (bytes[1] ?? 0) >= 0x80;
}

/**
 * Finds out how a file holds its key, and decodes its text.
 *
 * @throws KeyError for a keystore, or a file that is too long for a key
 */
export function decodeKeySource(source: KeySource): DecodedSource {
  const bytes = typeof source === 'string' ? undefined : Buffer.from(source);
  const keystore = bytes && keystoreError(bytes, false);
  if (keystore) throw keystore;
  if (source.length > maxLength) {
    const unit = bytes ? 'bytes' : 'characters';
    throw new KeyError(`the key is ${source.length} ${unit} long: this must be some other file`);
  }
  if (bytes && isDer(bytes)) return { der: bytes, mended: ['the key was DER, not PEM'] };
  const wide = bytes && utf16Of(bytes);
  if (wide)
    return {
      text: new TextDecoder(wide).decode(bytes),
      mended: ['the text was UTF-16, as PowerShell writes it, which other programs fail on'],
    };
  const text = typeof source === 'string' ? source : Buffer.from(source).toString('utf8');
  return text.startsWith('\uFEFF')
    ? {
        text: text.slice(1),
        mended: ['a byte order mark stood before the key, which other programs fail on'],
      }
    : { text, mended: [] };
}
