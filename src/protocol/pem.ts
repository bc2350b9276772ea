import { encryptedKeyError, KeyError } from './key-error.js';

/** One key or certificate as it was found in a text. */
export interface PemBlock {
  /** What the BEGIN line names: `RSA PRIVATE KEY`; undefined when there was only a body. */
  label: string | undefined;
  /** The decoded body, whose outer length has been checked. */
  der: Buffer;
  /** What had to be put right to read it, in words. */
  mended: string[];
}

/** A private key of 16384 bits takes 13 kB; anything longer is some other file. */
const maxLength = 100_000;

const beginLine = /-----BEGIN ([A-Z0-9 ]+)-----/;
const block = /-----BEGIN ([A-Z0-9 ]+)-----([^]*?)-----END ([A-Z0-9 ]+)-----/g;

/** Undoes what configuration files and shells do to text of several lines. */
function unwrap(text: string, mended: string[]): string {
  let plain = text.replace(/^\uFEFF/, '').trim();
  const unquoted = plain.replace(/^["'`]+/, '').replace(/["'`]+[,;]?$/, '');
  if (unquoted !== plain) mended.push('quotation marks stood around the key');
  plain = unquoted.replace(/\\+r/g, '').replace(/\\+n/g, '\n');
  if (plain !== unquoted) mended.push('the line breaks were written as \\n');
  if (/\r(?!\n)/.test(plain)) mended.push('the lines ended with a carriage return alone');
  return plain.replace(/\r\n?/g, '\n').trim();
}

function layoutMended(before: string, body: string, after: string): string[] {
  const mended: string[] = [];
  if (!body.includes('\n')) {
    mended.push('the PEM stood on one line');
  } else if (!/^[ \t]*\n[^]*\n[ \t]*$/.test(body)) {
    mended.push('the BEGIN and END lines did not stand alone');
  }
  if (/\n[ \t]*\n/.test(body)) mended.push('blank lines stood within the PEM');
  const indent = before.slice(before.lastIndexOf('\n') + 1) + (/\n([ \t]*)$/.exec(body)?.[1] ?? '');
  if (/\S/.test(indent)) mended.push('other text stood on the BEGIN line');
  else if (indent !== '') mended.push('the lines of the PEM were indented');
  if (/^[ \t]*[^\s]/.test(after)) mended.push('other text stood on the END line');
  return mended;
}

function decodeBody(body: string): Buffer {
  const letters = body.replace(/\s+/g, '');
  if (letters === '') {
    throw new KeyError('nothing stands between the BEGIN and END lines: paste the whole key');
  }
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(letters)) {
    throw new KeyError(
      'the body of the key holds characters that are not Base64: copy the key again from its file',
    );
  }
  const der = Buffer.from(letters, 'base64');
  checkLength(der);
  return der;
}

/** A key or certificate is one ASN.1 SEQUENCE, which states its length first (X.690, 8.1.3). */
function checkLength(der: Buffer): void {
  const first = der[1] ?? 0;
  const lengthBytes = first < 0x80 ? 0 : first - 0x80;
  if (der[0] !== 0x30 || lengthBytes > 4) {
    throw new KeyError('this is Base64, but not of a key: copy the key again from its file');
  }
  const header = 2 + lengthBytes;
  let content = lengthBytes === 0 ? first : 0;
  for (const byte of der.subarray(2, header)) content = content * 256 + byte;
  const expected = header + content;
  if (der.length < expected) {
    throw new KeyError(
      `the key is cut off: ${der.length} of its ${expected} bytes are there; paste it to its last line`,
    );
  }
  if (der.length > expected) {
    throw new KeyError(
      `${der.length - expected} bytes follow the end of the key: paste one key, without changes`,
    );
  }
}

function refuseUnreadable(label: string, body: string): void {
  if (label === 'OPENSSH PRIVATE KEY') {
    throw new KeyError(
      'this is a private key in the format of OpenSSH: convert it with "ssh-keygen -p -m PEM -f KEY"',
    );
  }
  if (label.includes('ENCRYPTED') || /Proc-Type:[^\n]*ENCRYPTED/.test(body)) {
    throw encryptedKeyError();
  }
}

function readBlock(match: RegExpMatchArray, text: string, unwrapped: string[]): PemBlock {
  const [whole, label = '', body = '', endLabel = ''] = match;
  refuseUnreadable(label, body);
  const start = match.index ?? 0;
  const mended = [
    ...unwrapped,
    ...layoutMended(text.slice(0, start), body, text.slice(start + whole.length)),
  ];
  if (label !== endLabel) mended.push('the BEGIN and END lines named different things');
  return { label, der: decodeBody(body), mended };
}

function readBare(text: string, unwrapped: string[]): PemBlock {
  if (text === '') throw new KeyError('the key is empty: paste it, or name its file');
  if (text.includes('-----END ')) {
    throw new KeyError('the BEGIN line of the key is missing: paste it from its first line');
  }
  if (!/^[A-Za-z0-9+/\s]+={0,2}$/.test(text)) {
    throw new KeyError(
      'this is no PEM: it should begin with a line such as -----BEGIN PRIVATE KEY-----; ' +
        'if it is the name of a file, give it as a file',
    );
  }
  const mended = [...unwrapped, 'the BEGIN and END lines were missing'];
  return { label: undefined, der: decodeBody(text), mended };
}

/**
 * Reads the keys and certificates of a text as people paste them: on one line, with `\n` for line
 * breaks, in quotes, indented, without BEGIN and END lines (RFC 7468 says how they should look).
 *
 * @param wanted says which labels to read; the others are passed over if a wanted one exists
 * @returns the first wanted block, or the first of all if none is wanted
 * @throws KeyError when there is none, or it is encrypted, damaged or cut off
 */
export function readPem(text: string, wanted: (label: string) => boolean): PemBlock {
  if (text.length > maxLength) {
    throw new KeyError(`the key is ${text.length} characters long: this must be some other file`);
  }
  const mended: string[] = [];
  const plain = unwrap(text, mended);
  const blocks = [...plain.matchAll(block)];
  const chosen = blocks.find(([, label = '']) => wanted(label)) ?? blocks[0];
  if (chosen) return readBlock(chosen, plain, mended);
  if (beginLine.test(plain)) {
    throw new KeyError('the END line of the key is missing: paste it to its last line');
  }
  return readBare(plain, mended);
}
