import { createHmac, generateKeyPairSync, verify } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJwt } from '../../../suites/shared/jwt.js';
import {
  alike,
  anyTampering,
  signedByKey,
  signedBySecret,
  tampered,
  unsecured,
  withClaims,
} from '../../../suites/transaction/altered-tokens.js';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = `${part({ alg: 'RS256', kid: 'k' })}.${part({ sub: 'client', exp: 100 })}.${'Q'.repeat(341)}A`;
const opaque = ['0123456789abcdef'.repeat(2), 'Zm9vYmFyYmF6cXV4LV8', '1234567890'];

const bytesOf = (token: string) =>
  token.split('.').map((each) => Buffer.from(each, 'base64url').toString('hex'));

test('tampering changes one character, and the bytes that the token stands for', () => {
  fc.assert(
    fc.property(fc.constantFrom(jwt, ...opaque), anyTampering, (token, where) => {
      const other = tampered(token, where);
      expect(other).toHaveLength(token.length);
      expect([...other].filter((letter, at) => letter !== token[at])).toHaveLength(1);
      expect(bytesOf(other)).not.toEqual(bytesOf(token));
      expect(other.split('.')).toHaveLength(token.split('.').length);
    }),
  );
});

test('a token that stands for no bytes is changed in one character too', () => {
  fc.assert(
    fc.property(fc.constantFrom('=', '======', 'A', 'A.=='), anyTampering, (token, where) => {
      const other = tampered(token, where);
      expect(other).toHaveLength(token.length);
      expect([...other].filter((letter, at) => letter !== token[at])).toHaveLength(1);
    }),
  );
});

test('a token alike has the same length, alphabet and full stops', () => {
  fc.assert(
    fc.property(
      fc
        .constantFrom(jwt, ...opaque)
        .chain((token) => alike(token).map((other) => ({ token, other }))),
      ({ token, other }) => {
        expect(other).not.toBe(token);
        expect(other.replace(/[^.]/g, 'x')).toBe(token.replace(/[^.]/g, 'x'));
        if (/^[0-9a-f]+$/.test(token)) expect(other).toMatch(/^[0-9a-f]+$/);
      },
    ),
  );
});

test('other claims stand under the old header and signature', () => {
  const other = withClaims(jwt, (claims) => ({ ...claims, exp: 200 }));
  expect(readJwt(other)?.claims).toEqual({ sub: 'client', exp: 200 });
  const [before, after] = [jwt.split('.'), other.split('.')];
  expect([after[0], after[2]]).toEqual([before[0], before[2]]);
});

test('an unsecured token names its algorithm and has no signature', () => {
  const read = readJwt(unsecured(jwt, 'None'));
  expect(read?.header).toEqual({ alg: 'None', kid: 'k' });
  expect(read?.claims).toEqual({ sub: 'client', exp: 100 });
  expect(read?.signature).toBe('');
});

test('a token that is signed again verifies with the key that was meant', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  for (const embeds of [false, true]) {
    const token = signedByKey(jwt, privateKey, embeds);
    const [header, claims, signature = ''] = token.split('.');
    const signed = Buffer.from(`${header}.${claims}`);
    expect(verify('sha256', signed, publicKey, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(readJwt(token)?.header).toMatchObject({ alg: 'RS256', kid: 'k' });
    expect(readJwt(token)?.header['jwk'] !== undefined).toBe(embeds);
    expect(JSON.stringify(readJwt(token)?.header)).not.toContain('"d"');
  }
});

test('HS256 is an HMAC over header and claims', () => {
  const [header, claims, signature] = signedBySecret(jwt, 'secret').split('.');
  const right = createHmac('sha256', 'secret').update(`${header}.${claims}`).digest('base64url');
  expect(signature).toBe(right);
  expect(readJwt(`${header}.${claims}.${signature}`)?.header).toEqual({ alg: 'HS256', kid: 'k' });
});
