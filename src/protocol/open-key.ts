import type { KeyObject } from 'node:crypto';
import { identifyKey } from './key-kind.js';
import { readKeyNumbers } from './key-numbers.js';
import { decodeKeySource, type KeySource } from './key-source.js';
import { readPem } from './pem.js';

/** A key or certificate that could be read. */
export interface OpenedKey {
  key: KeyObject;
  /** Whether it is a private key. */
  secret: boolean;
  certificate: boolean;
  /** What holds it: `PEM`, `DER`, `JWK`. */
  packing: string;
  /** The same with the kind of key where the packing doesn't say it: `PKCS#8 in PEM`, `X.509 in DER`, `JWK`. */
  format: string;
  /** What of that isn't clean PEM, in words; empty when it was fine. */
  mended: string[];
}

/** How to read a source. */
export interface OpenOptions {
  /** Says which labels of PEM to read; the others are passed over if a wanted one exists. */
  wanted: (label: string) => boolean;
  /** Opens an encrypted private key. */
  passphrase?: string | undefined;
}

/** Base64 of a text that holds a key, as the secrets of CI systems keep it; undefined for anything else. */
function textInBase64(text: string): string | undefined {
  const letters = text.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(letters)) return undefined;
  const inner = Buffer.from(letters, 'base64').toString('utf8');
  return /^\s*(?:-----BEGIN |\{|<)/.test(inner.replace(/^\uFEFF/, '')) ? inner : undefined;
}

function openDer(
  der: Buffer,
  packing: string,
  label: string | undefined,
  mended: string[],
  passphrase: string | undefined,
): OpenedKey {
  const { kind, key } = identifyKey(der, passphrase);
  const mislabelled =
    label === undefined || label === kind.label || label === 'ENCRYPTED PRIVATE KEY'
      ? []
      : [`the label ${label} stood over ${kind.name} data`];
  return {
    key,
    secret: kind.secret,
    certificate: kind.label === 'CERTIFICATE',
    packing,
    format: `${kind.name} in ${packing}`,
    mended: [...mended, ...mislabelled],
  };
}

function openText(text: string, mended: string[], options: OpenOptions): OpenedKey {
  const inner = textInBase64(text);
  if (inner !== undefined) {
    const opened = openKey(inner, options);
    const wrapped = [...mended, `the whole ${opened.packing} was in Base64`, ...opened.mended];
    return { ...opened, format: `Base64 of ${opened.format}`, mended: wrapped };
  }
  const numbered = readKeyNumbers(text);
  if (numbered) {
    const { key, secret, name } = numbered;
    const noPem = `the key was ${name}, not PEM`;
    const packing = name.replace(/^a /, '');
    const all = [...mended, noPem];
    return { key, secret, certificate: false, packing, format: packing, mended: all };
  }
  const block = readPem(text, options.wanted, options.passphrase);
  const packing = block.label === undefined ? 'Base64 without BEGIN and END lines' : 'PEM';
  const all = [...mended, ...block.mended];
  return openDer(block.der, packing, block.label, all, options.passphrase);
}

/**
 * Reads a key or certificate however its file holds it: PEM, even if it was bent on its way, DER, JWK, the XML
 * of .NET, Base64 of one of them, UTF-16.
 *
 * @throws KeyError, with the reason and never a part of the key, when it holds none, or one that is encrypted,
 * damaged, cut off, in a keystore or in the format of OpenSSH
 */
export function openKey(source: KeySource, options: OpenOptions): OpenedKey {
  const decoded = decodeKeySource(source);
  return 'der' in decoded
    ? openDer(decoded.der, 'DER', undefined, decoded.mended, options.passphrase)
    : openText(decoded.text, decoded.mended, options);
}
