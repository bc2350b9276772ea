import { createPrivateKey } from 'node:crypto';
import { encryptedKeyError, KeyError, keyErrorWith, wrongPassphraseError } from './key-error.js';
import { keystoreError } from './keystore-error.js';

/** One key or certificate as it was found in a text. */
export interface PemBlock {
  /** What the BEGIN line names: `RSA PRIVATE KEY`; undefined when there was only a body. */
  label: string | undefined;
  /** The decoded body, whose outer length has been checked. */
  der: Buffer;
  /** What had to be put right to read it, in words. */
  mended: string[];
}

const beginLine = /-----BEGIN ([A-Z0-9 ]+)-----/;
const block = /-----BEGIN ([A-Z0-9 ]+)-----([^]*?)-----END ([A-Z0-9 ]+)-----/g;

/** Undoes what configuration files and shells do to text of several lines. */
function unwrap(text: string, mended: string[]): string {
  let plain = text.trim();
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
  const keystore = keystoreError(der, true);
  if (keystore) throw keystore;
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

/** Works on a copy, since ssh-keygen writes over the file that it is given. */
const openSshCommands = ['install -m 600 FILE key.pem', "ssh-keygen -p -N '' -m PKCS8 -f key.pem"];

function refuseUnreadable(label: string): void {
  if (label === 'OPENSSH PRIVATE KEY') {
    throw keyErrorWith(
      'this is a private key in the format of OpenSSH: convert it',
      openSshCommands,
    );
  }
}

/** Headers of RFC 1421, section 4.6.1, which OpenSSL writes into encrypted keys of the older form. */
const encryptionHeaders = /Proc-Type: *4,ENCRYPTED\s*DEK-Info: *([A-Z0-9-]+,[0-9A-F]+)\s*([^]*)$/;

/** Decrypts a PEM of the older form, laid out again as OpenSSL wants it. */
function decryptOldForm(label: string, body: string, passphrase: string): Buffer {
  const [, algorithm = '', base64 = ''] = encryptionHeaders.exec(body) ?? [];
  const rows = base64.replace(/\s+/g, '').match(/.{1,64}/g) ?? [];
  const headers = ['Proc-Type: 4,ENCRYPTED', `DEK-Info: ${algorithm}`, ''];
  const key = [`-----BEGIN ${label}-----`, ...headers, ...rows, `-----END ${label}-----`, ''];
  try {
    return createPrivateKey({ key: key.join('\n'), passphrase }).export({
      type: 'pkcs8',
      format: 'der',
    });
  } catch {
    throw wrongPassphraseError();
  }
}

/** The body of a block, decrypted if it is encrypted as a whole; PKCS#8 encrypts within its DER. */
function derOf(label: string, body: string, passphrase: string | undefined): Buffer {
  const oldForm = /Proc-Type:[^\n]*ENCRYPTED/.test(body);
  if (passphrase === undefined && (oldForm || label.includes('ENCRYPTED'))) {
    throw encryptedKeyError();
  }
  return oldForm ? decryptOldForm(label, body, passphrase ?? '') : decodeBody(body);
}

function readBlock(
  match: RegExpMatchArray,
  text: string,
  unwrapped: string[],
  passphrase: string | undefined,
): PemBlock {
  const [whole, label = '', body = '', endLabel = ''] = match;
  refuseUnreadable(label);
  const start = match.index ?? 0;
  const mended = [
    ...unwrapped,
    ...layoutMended(text.slice(0, start), body, text.slice(start + whole.length)),
  ];
  if (label !== endLabel) mended.push('the BEGIN and END lines named different things');
  const der = derOf(label, body, passphrase);
  // What was encrypted in the older form comes back as PKCS#8, whatever its label.
  const old = encryptionHeaders.test(body);
  return { label: old ? 'PRIVATE KEY' : label, der, mended };
}

function readBare(text: string, unwrapped: string[]): PemBlock {
  if (text === '') throw new KeyError('the key is empty: paste it, or name its file');
  if (/^ssh-(?:rsa|ed25519) |^ecdsa-sha2-/.test(text)) {
    throw keyErrorWith('this is a public key in the format of OpenSSH: convert it', [
      'ssh-keygen -e -m PKCS8 -f FILE > public.pem',
    ]);
  }
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
 * @param passphrase decrypts a private key of the older form, which is encrypted as a whole
 * @returns the first wanted block, or the first of all if none is wanted
 * @throws KeyError when there is none, or it is encrypted, damaged or cut off
 */
export function readPem(
  text: string,
  wanted: (label: string) => boolean,
  passphrase?: string,
): PemBlock {
  const mended: string[] = [];
  const plain = unwrap(text, mended);
  const blocks = [...plain.matchAll(block)];
  const chosen = blocks.find(([, label = '']) => wanted(label)) ?? blocks[0];
  if (chosen) return readBlock(chosen, plain, mended, passphrase);
  if (beginLine.test(plain)) {
    throw new KeyError('the END line of the key is missing: paste it to its last line');
  }
  return readBare(plain, mended);
}
