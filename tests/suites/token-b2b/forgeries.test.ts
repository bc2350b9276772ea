import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, createPrivateKey, type KeyObject, sign, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { rsaSignatureLength } from '../../../src/protocol/signature.js';
import {
  digestInfo,
  digestInfoForgery,
  digestInfoWithoutNull,
} from '../../../suites/token-b2b/forgeries/digest-info.js';
import { encodedMessage } from '../../../suites/token-b2b/forgeries/encoded-message.js';
import { paddingForgery, withForgedPadding } from '../../../suites/token-b2b/forgeries/padding.js';
import { plusModulus, signRaw } from '../../../suites/token-b2b/forgeries/raw-signature.js';
import {
  trailingGarbage,
  withTrailingGarbage,
} from '../../../suites/token-b2b/forgeries/trailing-garbage.js';

const text = 'the-client|2025-01-02T03:04:05+07:00';
const digest = createHash('sha256').update(text).digest();
const folder = mkdtempSync(join(tmpdir(), 'snap-forgeries-'));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

function makeKey(bits: number): KeyObject {
  const option = `rsa_keygen_bits:${bits}`;
  return createPrivateKey(
    execFileSync('openssl', ['genpkey', '-algorithm', 'RSA', '-pkeyopt', option], {
      stdio: 'pipe',
    }),
  );
}

const key = makeKey(2048);
const publicPem = at('public.pem');
writeFileSync(
  publicPem,
  execFileSync('openssl', ['pkey', '-pubout'], {
    input: key.export({ type: 'pkcs8', format: 'pem' }),
  }),
);
writeFileSync(at('text'), text);

/** What the openssl command says of a signature over the text. */
function opensslVerifies(signature: Buffer): boolean {
  writeFileSync(at('signature'), signature);
  const { status, stdout } = spawnSync(
    'openssl',
    ['dgst', '-sha256', '-verify', publicPem, '-signature', at('signature'), at('text')],
    { encoding: 'utf8' },
  );
  expect(stdout).toBe(status === 0 ? 'Verified OK\n' : 'Verification failure\n');
  return status === 0;
}

/** What the openssl command finds under a signature. */
function opensslRecovers(signature: Buffer, padding: 'none' | 'pkcs1'): Buffer {
  writeFileSync(at('signature'), signature);
  return execFileSync('openssl', [
    ...['pkeyutl', '-verifyrecover', '-pubin', '-inkey', publicPem, '-in', at('signature')],
    ...['-pkeyopt', `rsa_padding_mode:${padding}`],
  ]);
}

/** Encoded messages of each family, for a modulus of so many bytes. */
function families(length: number) {
  const info = digestInfo(digest);
  return {
    padding: paddingForgery(length, info.length).map((forgery) =>
      withForgedPadding(length, info, forgery),
    ),
    'digest info': digestInfoForgery.map((forgery) =>
      encodedMessage(length, digestInfo(digest, forgery)),
    ),
    'trailing garbage': trailingGarbage(length).map((garbage) =>
      withTrailingGarbage(length, digest, garbage),
    ),
    'missing NULL': fc.constant(encodedMessage(length, digestInfoWithoutNull(digest))),
  };
}

describe('without a forgery', () => {
  const signature = signRaw(key, encodedMessage(256, digestInfo(digest)));

  test('the signature is the one that the library makes', () => {
    expect(signature).toEqual(sign('sha256', Buffer.from(text), key));
  });

  test('openssl accepts it, and finds the DigestInfo of SHA-256 under it', () => {
    expect(opensslVerifies(signature)).toBe(true);
    const recovered = opensslRecovers(signature, 'pkcs1');
    const parsed = execFileSync('openssl', ['asn1parse', '-inform', 'DER'], {
      input: recovered,
      encoding: 'utf8',
    });
    expect(parsed).toMatch(/OBJECT\s+:sha256\n.*NULL\s*\n.*OCTET STRING/);
    expect(parsed).toContain(digest.toString('hex').toUpperCase());
  });
});

describe.each(Object.entries(families(256)))('forged: %s', (_, family) => {
  const right = encodedMessage(256, digestInfo(digest));

  test('holds the right digest, is as long as the modulus, and is never the right message', () => {
    fc.assert(
      fc.property(family, (message) => {
        expect(message).toHaveLength(256);
        expect(message.includes(digest)).toBe(true);
        expect(message.equals(right)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('the library refuses every signature of it', () => {
    fc.assert(
      fc.property(family, (message) => {
        expect(verify('sha256', Buffer.from(text), key, signRaw(key, message))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('openssl finds it under the signature, and refuses it', () => {
    for (const message of fc.sample(family, { seed: 7, numRuns: 12 })) {
      const signature = signRaw(key, message);
      expect(opensslRecovers(signature, 'none')).toEqual(message);
      expect(opensslVerifies(signature)).toBe(false);
    }
  });
});

test('only the structure is forged where the padding is the right one', () => {
  const { 'digest info': forged, 'missing NULL': withoutNull } = families(256);
  for (const family of [forged, withoutNull]) {
    for (const message of fc.sample(family, { seed: 3, numRuns: 12 })) {
      const content = opensslRecovers(signRaw(key, message), 'pkcs1');
      expect(encodedMessage(256, content)).toEqual(message);
    }
  }
});

test('no forged structure is the form without NULL', () => {
  const withoutNull = digestInfoWithoutNull(digest);
  fc.assert(
    fc.property(digestInfoForgery, (forgery) => {
      expect(digestInfo(digest, forgery).equals(withoutNull)).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test.each([1024, 3072])('a key of %i bits signs every forgery', (bits) => {
  const other = makeKey(bits);
  for (const family of Object.values(families(rsaSignatureLength(other)))) {
    for (const message of fc.sample(family, { seed: 11, numRuns: 60 })) {
      expect(signRaw(other, message)).toHaveLength(bits / 8);
    }
  }
});

describe('a signature plus the modulus', () => {
  const numberOf = (bytes: Buffer) => BigInt(`0x${bytes.toString('hex')}`);
  const modulus = BigInt(
    `0x${execFileSync('openssl', ['rsa', '-pubin', '-in', publicPem, '-modulus', '-noout'], {
      encoding: 'utf8',
      stdio: 'pipe',
    })
      .replace('Modulus=', '')
      .trim()}`,
  );

  test('is the same number to arithmetic modulo n, at most a byte longer, and openssl refuses it', () => {
    for (const times of [1, 2, 100, 255]) {
      const signature = sign('sha256', Buffer.from(text), key);
      const moved = plusModulus(key, signature, times);
      expect(numberOf(moved) - numberOf(signature)).toBe(modulus * BigInt(times));
      expect(moved.length).toBe(numberOf(moved) < 2n ** 2048n ? 256 : 257);
      expect(opensslVerifies(moved)).toBe(false);
    }
  });

  test('fits into as many bytes where the signature is small enough', () => {
    const small = Buffer.concat([Buffer.alloc(4), Buffer.alloc(252, 0xab)]);
    expect(plusModulus(key, small, 1)).toHaveLength(256);
  });
});
