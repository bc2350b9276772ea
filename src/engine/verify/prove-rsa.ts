import { constants, createHash, type KeyObject, publicDecrypt, verify } from 'node:crypto';
import { render } from '../../messages/render.js';
import { wrongRules } from '../request/wrong-token-rules.js';
import type { Prove } from './verification.js';

/** What is inside an RSA signature: a digest, and the algorithm that the client named for it. */
export interface Opened {
  /** undefined if the digest, or the text itself, was signed without the name of an algorithm. */
  hash: string | undefined;
  digest: Buffer;
}

/** DigestInfo up to the digest (RFC 8017, section 9.2, note 1), and the mistake that it shows. */
const infos: readonly { hash: string; prefix: string; mistakes: string[] }[] = [
  { hash: 'sha256', prefix: '3031300d060960864801650304020105000420', mistakes: [] },
  {
    hash: 'sha1',
    prefix: '3021300906052b0e03021a05000414',
    mistakes: [render(wrongRules.sha1.says)],
  },
  {
    hash: 'sha384',
    prefix: '3041300d060960864801650304020205000430',
    mistakes: [render(wrongRules.sha384.says)],
  },
  {
    hash: 'sha512',
    prefix: '3051300d060960864801650304020305000440',
    mistakes: [render(wrongRules.sha512.says)],
  },
  {
    hash: 'md5',
    prefix: '3020300c06082a864886f70d020505000410',
    mistakes: [render(wrongRules.md5.says)],
  },
];

/** Opens a PKCS#1 v1.5 signature by the private half of this key; undefined for any other bytes. */
export function openSignature(key: KeyObject, signature: Buffer): Opened | undefined {
  let block: Buffer;
  try {
    block = publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, signature);
  } catch {
    return undefined;
  }
  const hex = block.toString('hex');
  const info = infos.find(({ prefix }) => hex.startsWith(prefix));
  return info
    ? { hash: info.hash, digest: block.subarray(info.prefix.length / 2) }
    : { hash: undefined, digest: block };
}

/** Compares a signature with texts, in each way in which clients are known to use RSA keys. */
export function proveRsa(key: KeyObject): (signature: Buffer) => Prove {
  return (signature) => {
    const opened = openSignature(key, signature);
    if (!opened)
      return (text) => (isPss(key, text, signature) ? [render(wrongRules.pss.says)] : undefined);
    const { hash, digest } = opened;
    if (hash === undefined) return (text) => provesBare(text, digest);
    const mistakes = infos.find((info) => info.hash === hash)?.mistakes ?? [];
    return (text) => (hashOf(text, hash).equals(digest) ? mistakes : doubly(text, hash, digest));
  };
}

function isPss(key: KeyObject, text: string, signature: Buffer): boolean {
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  const saltLength = constants.RSA_PSS_SALTLEN_AUTO;
  return verify('sha256', Buffer.from(text), { key, padding, saltLength }, signature);
}

/** The client "encrypted" the hash, or the text, with its private key and named no algorithm. */
function provesBare(text: string, block: Buffer): string[] | undefined {
  const said = block.toString('utf8');
  if (said === text) return ['by encrypting the text with the private key, without a hash'];
  const digest = hashOf(text, 'sha256');
  const bare = 'without the name of the hash that PKCS#1 v1.5 puts before it';
  return digest.equals(block) || said === digest.toString('hex') ? [bare] : undefined;
}

/** The client gave a hash to a library that hashes by itself. */
function doubly(text: string, hash: string, digest: Buffer): string[] | undefined {
  const once = hashOf(text, 'sha256');
  const twice = [once, once.toString('hex'), once.toString('base64')];
  return twice.some((given) => hashOf(given, hash).equals(digest))
    ? ['over the hash of the text, which the library then hashed once more']
    : undefined;
}

function hashOf(text: string | Buffer, hash: string): Buffer {
  return createHash(hash).update(text).digest();
}
