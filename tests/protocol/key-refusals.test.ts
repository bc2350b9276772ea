import { createPrivateKey, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyError, loadPrivateKey, loadPublicKey } from '../../src/protocol/keys.js';
import { opensslKeys } from './openssl-keys.js';

const keys = opensslKeys();

const lines = (pem: string) => pem.trim().split('\n');
const bodyOf = (pem: string) => lines(pem).slice(1, -1).join('');
const relabel = (pem: string, from: string, to: string) => pem.replaceAll(` ${from}-`, ` ${to}-`);
const cut = (pem: string) => [...lines(pem).slice(0, -3), lines(pem).at(-1)].join('\n');

const refused: [title: string, load: typeof loadPrivateKey, pem: string, message: RegExp][] = [
  ['a public key', loadPrivateKey, keys.spki, /^this is a public key: give the private/],
  ['a PKCS#1 public key', loadPrivateKey, keys.pkcs1Public, /^this is a public key/],
  ['a bare public key', loadPrivateKey, bodyOf(keys.spki), /^this is a public key/],
  ['a certificate', loadPrivateKey, keys.certificate, /^this is a certificate/],
  ['an EC key', loadPrivateKey, keys.ec, /of the type ec, and SNAP signs with RSA/],
  ['an Ed25519 key', loadPrivateKey, keys.ed25519, /of the type ed25519/],
  ['an RSA-PSS key', loadPrivateKey, keys.rsaPss, /for RSA-PSS only/],
  ['an encrypted PKCS#8 key', loadPrivateKey, keys.encryptedPkcs8, /encrypted with a passphrase/],
  ['an encrypted PKCS#1 key', loadPrivateKey, keys.encryptedPkcs1, /encrypted with a passphrase/],
  [
    'an encrypted key without its label',
    loadPrivateKey,
    bodyOf(keys.encryptedPkcs8),
    /encrypted with a passphrase/,
  ],
  ['a short key', loadPrivateKey, keys.short, /has 1024 bits and needs at least 2048/],
  ['a key cut off', loadPrivateKey, cut(keys.pkcs8), /cut off: \d+ of its \d+ bytes are there/],
  ['a bare key cut off', loadPrivateKey, bodyOf(keys.pkcs8).slice(0, 800), /^the key is cut off/],
  [
    'a key without END',
    loadPrivateKey,
    lines(keys.pkcs8).slice(0, -1).join('\n'),
    /^the END line of the key is missing/,
  ],
  [
    'a key without BEGIN',
    loadPrivateKey,
    lines(keys.pkcs8).slice(1).join('\n'),
    /^the BEGIN line of the key is missing/,
  ],
  [
    'a key with a letter lost from the alphabet',
    loadPrivateKey,
    keys.pkcs8.replace('\nM', '\n*'),
    /characters that are not Base64/,
  ],
  [
    'a key with another run into it',
    loadPrivateKey,
    `${lines(keys.pkcs8).slice(0, -1).join('\n')}AAAA\n-----END PRIVATE KEY-----`,
    /bytes follow the end of the key|not Base64/,
  ],
  [
    'an OpenSSH key',
    loadPrivateKey,
    relabel(keys.pkcs8, 'PRIVATE KEY', 'OPENSSH PRIVATE KEY'),
    /format of OpenSSH: convert it with "install.*, then "ssh-keygen/,
  ],
  ['a certificate request', loadPrivateKey, keys.request, /^this is a certificate request/],
  [
    'a shared secret as JWK',
    loadPrivateKey,
    '{"kty":"oct","k":"c2VjcmV0"}',
    /shared secret \(oct\)/,
  ],
  ['a JWK cut off', loadPrivateKey, '{"kty":"RSA","n":"c2VjcmV0', /like a JWK, but is not JSON/],
  [
    'a JWK without its numbers',
    loadPrivateKey,
    '{"kty":"RSA","n":"c2Vj"}',
    /^this is a JWK, but of no/,
  ],
  [
    'JSON of something else',
    loadPrivateKey,
    '{"key":"c2VjcmV0c2VjcmV0"}',
    /^this is JSON, but no JWK/,
  ],
  ['a set of JWKs', loadPrivateKey, '{"keys":[{},{}]}', /^this is a set of 2 JWKs/],
  [
    'a public key of OpenSSH',
    loadPublicKey,
    'ssh-rsa AAAAB3NzaC1yc2E me',
    /public key in the format of/,
  ],
  ['an empty text', loadPrivateKey, ' \n', /^the key is empty/],
  ['a file name', loadPrivateKey, 'keys/client.pem', /^this is no PEM/],
  ['some Base64', loadPrivateKey, 'c2VjcmV0', /but not of a key/],
  [
    'BEGIN and END alone',
    loadPrivateKey,
    '-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----',
    /^nothing stands between/,
  ],
  ['a whole other file', loadPrivateKey, 'A'.repeat(100_001), /must be some other file/],
  ['a private key', loadPublicKey, keys.pkcs8, /^this is a private key, and the public key/],
  ['a PKCS#1 private key', loadPublicKey, keys.pkcs1, /^this is a private key/],
  ['a bare private key', loadPublicKey, bodyOf(keys.pkcs1), /^this is a private key/],
  [
    'a private key under the label of a public one',
    loadPublicKey,
    relabel(keys.pkcs1, 'RSA PRIVATE KEY', 'RSA PUBLIC KEY'),
    /^this is a private key/,
  ],
  ['an encrypted private key', loadPublicKey, keys.encryptedPkcs8, /encrypted with a passphrase/],
  ['an EC public key', loadPublicKey, keys.ecPublic, /of the type ec/],
  ['a short public key', loadPublicKey, keys.shortPublic, /has 1024 bits/],
  ['a public key cut off', loadPublicKey, cut(keys.spki), /^the key is cut off/],
];

function errorOf(load: typeof loadPrivateKey, pem: string): KeyError {
  try {
    load(pem);
  } catch (error) {
    if (error instanceof KeyError) return error;
    throw error;
  }
  throw new Error('the key was loaded');
}

describe.each(refused)('%s', (_title, load, pem, message) => {
  it('is refused with its own reason', () => {
    expect(errorOf(load, pem).message).toMatch(message);
  });

  it('leaves no trace in the error', () => {
    const error = errorOf(load, pem);
    const told = `${error.message}\n${error.stack}\n${String(error.cause)}`;
    const body = pem.replace(/-----[^-]+-----/g, '').replace(/\s+/g, '');
    const pieces = body.match(/.{8}/g) ?? [];
    expect(pieces.filter((piece) => told.includes(piece))).toEqual([]);
  });
});

describe('a wrong letter in the body', () => {
  const anyLetter = fc.constantFrom('A', 'Q', 'g', '8', '/');

  function loadChanged(body: string, at: number, letter: string): KeyObject | undefined {
    try {
      return loadPrivateKey(body.slice(0, at) + letter + body.slice(at + 1)).key;
    } catch (error) {
      if (error instanceof KeyError) return undefined;
      throw error;
    }
  }

  it.each(['pkcs8', 'pkcs1'] as const)('never makes another key: %s', (packing) => {
    const body = bodyOf(keys[packing]);
    const truth = createPrivateKey(keys[packing]).export({ format: 'jwk' });
    fc.assert(
      fc.property(fc.nat(body.length - 1), anyLetter, (at, letter) => {
        // A few bits, such as those of the version, carry nothing of the key.
        const key = loadChanged(body, at, letter);
        if (key) expect(key.export({ format: 'jwk' })).toEqual(truth);
      }),
      { numRuns: 1000 },
    );
  });

  it('is found in every number of the key', () => {
    const body = bodyOf(keys.pkcs1);
    fc.assert(
      fc.property(fc.integer({ min: 40, max: body.length - 8 }), anyLetter, (at, letter) => {
        fc.pre(body[at] !== letter);
        expect(loadChanged(body, at, letter)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });
});
