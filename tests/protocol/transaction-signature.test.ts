import { execFileSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bodyHash } from '../../src/protocol/body-hash.js';
import {
  decodeSignature,
  encodeSignature,
  signHmacSha512,
  verifyHmacSha512,
  verifySha256Rsa,
} from '../../src/protocol/signature.js';
import { transactionStringToSign } from '../../src/protocol/transaction-string-to-sign.js';
import { decoded, samples, vector } from './published-vectors.js';

const publicKey = createPublicKey(samples.keys['midtrans-sample'].public);

describe('the published vectors', () => {
  it('M3 is made: the body minified, hashed and signed with the secret', () => {
    const { clientSecret, body, ...m3 } = vector('M3');
    const hash = bodyHash(Buffer.from(body));
    expect(hash).toBe(m3.bodyHash);
    const signed = transactionStringToSign({ ...m3, bodyHash: hash });
    const made = signHmacSha512(clientSecret, signed);
    expect(encodeSignature(made, 'base64')).toBe(m3.signatureBase64);
    expect(verifyHmacSha512(clientSecret, signed, decoded(m3.signatureBase64))).toBe(true);
  });

  it('M4 is made, in Base64 and in hex', () => {
    const { clientSecret, stringToSign, signatureBase64, signatureHex } = vector('M4');
    const made = signHmacSha512(clientSecret, stringToSign);
    expect(encodeSignature(made, 'base64')).toBe(signatureBase64);
    expect(encodeSignature(made, 'hex')).toBe(signatureHex);
    expect(decodeSignature(signatureHex, 'hex')).toEqual(decoded(signatureBase64));
    const [method = '', path = '', accessToken = '', hash = '', ...timestamp] =
      stringToSign.split(':');
    const parts = { method, path, accessToken, bodyHash: hash, timestamp: timestamp.join(':') };
    expect(transactionStringToSign(parts)).toBe(stringToSign);
  });

  it('M5, over a notification and without a token, verifies', () => {
    const { method, path, body, timestamp, ...m5 } = vector('M5');
    const hash = bodyHash(Buffer.from(body));
    expect(hash).toBe(m5.bodyHash);
    const signed = transactionStringToSign({ method, path, bodyHash: hash, timestamp });
    expect(verifySha256Rsa(publicKey, signed, decoded(m5.signatureBase64))).toBe(true);
  });

  it.each(['D1', 'B1', 'E0'])('%s, a body hash, is made', (id) => {
    const { bodyMinified, bodyHash: published } = vector(id);
    expect(bodyHash(Buffer.from(bodyMinified))).toBe(published);
    const value: unknown = bodyMinified === '' ? undefined : JSON.parse(bodyMinified);
    const pretty = value === undefined ? ' \n' : JSON.stringify(value, undefined, 2);
    expect(bodyHash(Buffer.from(pretty))).toBe(published);
  });

  it('E0 is the hash of no body too', () => {
    expect(bodyHash(undefined)).toBe(vector('E0').bodyHash);
  });
});

/** What `openssl dgst` prints of a file, without the file's name. */
function openssl(...args: string[]): string {
  return execFileSync('openssl', ['dgst', ...args], { stdio: 'pipe' })
    .toString()
    .replace(/^.*= |\n$/g, '');
}

it('hashes and signs transactions as openssl does, whatever the body', () => {
  const folder = mkdtempSync(join(tmpdir(), 'snap-body-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'body');
  const secret = fc.string({ unit: fc.constantFrom(...'aZ9+/=_- é'), minLength: 1 });
  const body = fc.oneof(
    fc.uint8Array().map((bytes) => Buffer.from(bytes.filter((byte) => byte > 0x20))),
    fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value))),
  );
  fc.assert(
    fc.property(secret, body, (key, bytes) => {
      writeFileSync(file, bytes);
      // Compact already: what openssl is given is what has to be hashed.
      expect(bodyHash(bytes)).toBe(openssl('-sha256', file));
      expect(signHmacSha512(key, bytes).toString('hex')).toBe(
        openssl('-sha512', '-hmac', key, file),
      );
    }),
    { numRuns: 20 },
  );
});

describe('verifyHmacSha512', () => {
  const right = signHmacSha512('secret', 'text');

  it('refuses any bit flipped, and any other length', () => {
    for (let bit = 0; bit < 512; bit += 1) {
      const flipped = Buffer.from(right);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(verifyHmacSha512('secret', 'text', flipped)).toBe(false);
    }
    for (const length of [0, 1, 63])
      expect(verifyHmacSha512('secret', 'text', right.subarray(0, length))).toBe(false);
    expect(verifyHmacSha512('secret', 'text', Buffer.concat([right, right]))).toBe(false);
  });

  it('refuses another secret and another text', () => {
    expect(verifyHmacSha512('secret', 'text', right)).toBe(true);
    expect(verifyHmacSha512('Secret', 'text', right)).toBe(false);
    expect(verifyHmacSha512('secret', 'text ', right)).toBe(false);
  });
});
