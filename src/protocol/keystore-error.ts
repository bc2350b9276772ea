import { type KeyError, keyErrorWith } from './key-error.js';

const jksMagics = ['feedfeed', 'cececece'];

/** PBE with 40-bit RC2 (RFC 7292, appendix C), which OpenSSL 3 reads only with -legacy. */
const rc2 = Buffer.from('2a864886f70d010c0106', 'hex');

/** A PFX is a SEQUENCE that begins with the version 3 (RFC 7292, section 4); its length may be open, as in BER. */
function isPkcs12(bytes: Buffer): boolean {
  if (bytes[0] !== 0x30) return false;
  const first = bytes[1] ?? 0;
  const header = 2 + (first > 0x80 ? first - 0x80 : 0);
  return bytes.subarray(header, header + 3).equals(Buffer.from([2, 1, 3]));
}

/**
 * Recognises a keystore, which takes a password and a program of its own to open.
 *
 * @param wrapped whether these bytes were Base64 in their file
 * @returns the error that names it and the commands that take the private key out; undefined for anything else
 */
export function keystoreError(bytes: Buffer, wrapped: boolean): KeyError | undefined {
  const jks = jksMagics.includes(bytes.subarray(0, 4).toString('hex'));
  if (!jks && !isPkcs12(bytes)) return undefined;
  const decoded = jks ? 'key.jks' : 'keystore.p12';
  const file = wrapped ? decoded : 'FILE';
  const store = jks ? 'key.p12' : file;
  const legacy = bytes.includes(rc2) ? ' -legacy' : '';
  const commands = [
    ...(wrapped ? [`tr -d '\\r\\n ' < FILE | openssl base64 -d -A -out ${decoded}`] : []),
    ...(jks
      ? [`keytool -importkeystore -srckeystore ${file} -destkeystore key.p12 -deststoretype PKCS12`]
      : []),
    `openssl pkcs12${legacy} -in ${store} -nodes -nocerts -out key.pem`,
  ];
  const name = jks ? 'a keystore of Java (JKS)' : 'a PKCS#12 keystore (.p12 or .pfx)';
  const base64 = wrapped ? ' in Base64' : '';
  return keyErrorWith(`this is ${name}${base64}: take the private key out of it`, commands);
}
