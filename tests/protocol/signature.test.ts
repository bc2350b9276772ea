import { execFileSync } from 'node:child_process';
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  decodeSignature,
  encodeSignature,
  signSha256Rsa,
  verifySha256Rsa,
} from '../../src/protocol/signature.js';
import { tokenStringToSign } from '../../src/protocol/string-to-sign.js';
import { decoded, samples, vector } from './published-vectors.js';

const { private: privatePem, public: publicPem } = samples.keys['midtrans-sample'];
const privateKey = createPrivateKey(privatePem);
const publicKey = createPublicKey(publicPem);

describe('the published vectors', () => {
  it.each([
    ['M1', '2023-07-31T07:10:00+07:00'],
    ['M2', '2024-03-01T08:27:49.024Z'],
  ])('%s is made and verified', async (id, timestamp) => {
    const { stringToSign, signatureBase64 } = vector(id);
    expect(tokenStringToSign('G1234325-SNAP', timestamp)).toBe(stringToSign);
    const made = await signSha256Rsa(privateKey, stringToSign);
    expect(encodeSignature(made, 'base64')).toBe(signatureBase64);
    expect(verifySha256Rsa(publicKey, stringToSign, decoded(signatureBase64))).toBe(true);
  });
});

describe('against the openssl command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'snap-signature-'));
  const file = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
  const stringToSign = tokenStringToSign('klien-é', '2024-03-19T11:46:16+07:00');

  beforeAll(() => {
    writeFileSync(file('private.pem'), privatePem);
    writeFileSync(file('public.pem'), publicPem);
    writeFileSync(file('text'), stringToSign);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('what openssl signs verifies, and is what we sign', async () => {
    const theirs = openssl('dgst', '-sha256', '-sign', file('private.pem'), file('text'));
    expect(verifySha256Rsa(publicKey, stringToSign, theirs)).toBe(true);
    expect(await signSha256Rsa(privateKey, stringToSign)).toEqual(theirs);
  });

  it('what we sign, openssl verifies; and not over another text', async () => {
    writeFileSync(file('signature'), await signSha256Rsa(privateKey, Buffer.from(stringToSign)));
    const verify = ['dgst', '-sha256', '-verify', file('public.pem'), '-signature'];
    expect(openssl(...verify, file('signature'), file('text')).toString()).toBe('Verified OK\n');
    writeFileSync(file('other'), `${stringToSign}\n`);
    expect(() => openssl(...verify, file('signature'), file('other'))).toThrow();
  });

  it.each([
    ['SHA-1', ['-sha1']],
    ['SHA-512', ['-sha512']],
    ['RSA-PSS', ['-sha256', '-sigopt', 'rsa_padding_mode:pss']],
  ])('refuses what openssl signs with %s', (_name, options) => {
    const theirs = openssl('dgst', ...options, '-sign', file('private.pem'), file('text'));
    expect(theirs).toHaveLength(256);
    expect(verifySha256Rsa(publicKey, stringToSign, theirs)).toBe(false);
  });
});

describe('verifySha256Rsa', () => {
  it('refuses any bit flipped, and any other length', async () => {
    const signature = await signSha256Rsa(privateKey, 'text');
    fc.assert(
      fc.property(fc.nat(2047), (bit) => {
        const flipped = Buffer.from(signature);
        flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        expect(verifySha256Rsa(publicKey, 'text', flipped)).toBe(false);
      }),
    );
    for (const length of [0, 1, 64, 255]) {
      expect(verifySha256Rsa(publicKey, 'text', signature.subarray(0, length))).toBe(false);
    }
    const longer = Buffer.concat([signature, Buffer.alloc(1)]);
    expect(verifySha256Rsa(publicKey, 'text', longer)).toBe(false);
    expect(verifySha256Rsa(publicKey, 'text', signature)).toBe(true);
  });

  it('refuses another key', async () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const signature = await signSha256Rsa(other.privateKey, 'text');
    expect(verifySha256Rsa(publicKey, 'text', signature)).toBe(false);
    expect(verifySha256Rsa(other.publicKey, 'text', signature)).toBe(true);
  });
});

it('signSha256Rsa rejects for a key that cannot sign', async () => {
  await expect(signSha256Rsa(publicKey, 'text')).rejects.toThrow();
});

describe('decodeSignature', () => {
  it('reads what encodeSignature writes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.constantFrom('base64', 'hex'), (array, encoding) => {
        const bytes = Buffer.from(array);
        expect(decodeSignature(encodeSignature(bytes, encoding), encoding)).toEqual(bytes);
      }),
    );
  });

  it('refuses Base64 with any character added that it does not need', () => {
    const bytes = Buffer.from('fb efbe ff00'.replaceAll(' ', ''), 'hex');
    const text = encodeSignature(bytes, 'base64');
    expect(text).toBe('++++/wA=');
    const place = fc.nat(text.length);
    const added = fc.constantFrom(' ', '\n', '\r', '\t', '-', '_', '=', '.', '%', 'é', '\0', '\\');
    fc.assert(
      fc.property(place, added, (at, character) => {
        const changed = text.slice(0, at) + character + text.slice(at);
        expect(decodeSignature(changed, 'base64')).toBeUndefined();
      }),
    );
  });

  it.each([
    ['the URL alphabet', '----_wA='],
    ['no padding', '++++/wA'],
    ['too much padding', '++++/wA=='],
    ['padding alone', '=='],
    ['padding in the middle', 'QQ==QUFB'],
    ['unused bits that are not zero', '++++/wB='],
    ['unused bits that are not zero, two paddings', 'QR=='],
    ['one letter over', 'QUFBQ'],
    ['a text of hex digits of an odd count', 'abcde'],
    ['wrapped lines', 'QUFB\nQUFB'],
    ['spaces for plus', '    /wA='],
  ])('refuses %s as Base64', (_title, text) => {
    expect(decodeSignature(text, 'base64')).toBeUndefined();
  });

  it.each([
    ['an odd count', 'abc'],
    ['a letter beyond f', 'abcg'],
    ['a prefix', '0xab'],
    ['a space', 'ab cd'],
    ['a trailing line break', 'abcd\n'],
    ['Base64', 'QUE='],
    ['full-width digits', '\uFF11\uFF12'],
  ])('refuses %s as hex', (_title, text) => {
    expect(decodeSignature(text, 'hex')).toBeUndefined();
  });

  it('takes hex of either letter case, and writes lower case', () => {
    expect(decodeSignature('AbCd', 'hex')).toEqual(Buffer.from([0xab, 0xcd]));
    expect(encodeSignature(Buffer.from([0xab, 0xcd]), 'hex')).toBe('abcd');
  });

  it('takes nothing for an empty signature', () => {
    expect(decodeSignature('', 'base64')).toEqual(Buffer.alloc(0));
  });
});
