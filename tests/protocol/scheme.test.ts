import { execFileSync } from 'node:child_process';
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { type SchemeName, schemes } from '../../src/protocol/scheme.js';
import { decoded, samples, vector } from './published-vectors.js';

const names = Object.keys(schemes) as SchemeName[];
const clientSecret = 'a secret, é';
const hashAndTime =
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855:2024-03-19T11:46:16+07:00';
const withToken = `POST:/prefix/v1.0/balance-inquiry?a=1:the.access.token:${hashAndTime}`;
const withoutToken = `POST:/prefix/v1.0/balance-inquiry?a=1:${hashAndTime}`;

const folder = mkdtempSync(join(tmpdir(), 'snap-scheme-'));
const file = (name: string) => join(folder, name);
const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
let privateKey: KeyObject;
let publicKey: KeyObject;

beforeAll(() => {
  // 2056 bits: a length that no constant of ours happens to be.
  openssl('genrsa', '-out', file('private.pem'), '2056');
  openssl('rsa', '-in', file('private.pem'), '-pubout', '-out', file('public.pem'));
  privateKey = createPrivateKey(readFileSync(file('private.pem')));
  publicKey = createPublicKey(readFileSync(file('public.pem')));
  for (const text of [withToken, withoutToken]) writeFileSync(file(nameOf(text)), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

const nameOf = (text: string) => `text-${text.length}`;

/** What each scheme should be, written down here once more and signed by openssl. */
const independent: Record<
  SchemeName,
  { algorithm: string; signed: string; carries: boolean; sign: (text: string) => Buffer }
> = {
  symmetric: { algorithm: 'HMAC-SHA512', signed: withToken, carries: true, sign: hmac },
  asymmetric: { algorithm: 'SHA256withRSA', signed: withoutToken, carries: false, sign: rsa },
  'asymmetric-with-token': {
    algorithm: 'SHA256withRSA',
    signed: withoutToken,
    carries: true,
    sign: rsa,
  },
};

function hmac(text: string): Buffer {
  return openssl('dgst', '-sha512', '-hmac', clientSecret, '-binary', file(nameOf(text)));
}

function rsa(text: string): Buffer {
  return openssl('dgst', '-sha256', '-sign', file('private.pem'), file(nameOf(text)));
}

describe.each(names)('the scheme %s, against the openssl command', (name) => {
  const scheme = schemes[name];
  const { algorithm, signed, carries, sign } = independent[name];

  it('signs what openssl signs, byte for byte', async () => {
    const made = await scheme.sign({ clientSecret, privateKey }, signed);
    expect(made).toEqual(sign(signed));
    expect(scheme.algorithm).toBe(algorithm);
  });

  it('takes what openssl signs, and no other text, bit, length, key or algorithm', () => {
    const right = sign(signed);
    const verify = (bytes: Buffer, text = signed) =>
      scheme.verify({ clientSecret, publicKey }, text, bytes);
    expect(verify(right)).toBe(true);
    expect(verify(right, `${signed} `)).toBe(false);
    const flipped = Buffer.from(right);
    flipped.writeUInt8(flipped.readUInt8(9) ^ 1, 9);
    expect(verify(flipped)).toBe(false);
    expect(verify(right.subarray(1))).toBe(false);
    for (const other of Object.values(independent))
      if (other.algorithm !== algorithm) expect(verify(other.sign(signed))).toBe(false);
    const others = {
      clientSecret: `${clientSecret} `,
      publicKey: createPublicKey(samples.keys['midtrans-sample'].public),
    };
    expect(scheme.verify(others, signed, right)).toBe(false);
  });

  it('knows how long its signatures are', () => {
    for (const key of [privateKey, publicKey])
      expect(scheme.signatureLength(key)).toBe(sign(signed).length);
  });

  it('carries and signs the token as documented', () => {
    expect(scheme.carriesToken).toBe(carries);
    expect(scheme.signsToken).toBe(signed === withToken);
  });

  it('says which key is missing', () => {
    const bySecret = { clientSecret };
    const byKey = { privateKey, publicKey };
    const [own, other] = scheme.keyKind === 'secret' ? [bySecret, byKey] : [byKey, bySecret];
    expect(() => scheme.sign(other, signed)).toThrow(/^the scheme needs the (client|private) /);
    expect(() => scheme.verify(other, signed, sign(signed))).toThrow(/^the scheme needs the /);
    expect(scheme.verify(own, signed, sign(signed))).toBe(true);
  });
});

describe('the published vectors', () => {
  it.each(['M3', 'M4'])('%s is of the symmetric scheme', async (id) => {
    const { method, path, accessToken, bodyHash, timestamp, signatureBase64, ...given } =
      vector(id);
    // M3 is published in its parts, M4 joined.
    const text =
      id === 'M3'
        ? `${method}:${path}:${accessToken}:${bodyHash}:${timestamp}`
        : given.stringToSign;
    const signature = decoded(signatureBase64);
    const { symmetric } = schemes;
    expect(await symmetric.sign(given, text)).toEqual(signature);
    expect(symmetric.verify(given, text, signature)).toBe(true);
    expect(symmetric.signatureLength()).toBe(signature.length);
  });

  it('M5 is of the asymmetric schemes', () => {
    const { method, path, bodyHash, timestamp, signatureBase64 } = vector('M5');
    const given = { publicKey: createPublicKey(samples.keys['midtrans-sample'].public) };
    const text = `${method}:${path}:${bodyHash}:${timestamp}`;
    for (const name of ['asymmetric', 'asymmetric-with-token'] as const)
      expect(schemes[name].verify(given, text, decoded(signatureBase64))).toBe(true);
  });
});

/** A scheme's name as a string, and not as the value of a member `scheme`, which compares nothing. */
const named = new RegExp(`(?<!\\bscheme: )(['"])(?:${names.join('|')})\\1`);

test('a scheme is known by its name to the table alone', () => {
  const table = join('src', 'protocol', 'scheme.ts');
  const files = ['src', 'suites'].flatMap((room) =>
    readdirSync(join(packageRoot, room), { recursive: true, encoding: 'utf8' }).map((path) =>
      join(room, path),
    ),
  );
  const elsewhere = files.filter(
    (path) =>
      path.endsWith('.ts') &&
      path !== table &&
      named.test(readFileSync(join(packageRoot, path), 'utf8')),
  );
  expect(files).toContain(table);
  expect(elsewhere).toEqual([]);
});

test('the names are those that the schema of profiles allows', () => {
  const text = readFileSync(join(packageRoot, 'schemas', 'profile.schema.json'), 'utf8');
  const { enum: allowed } = JSON.parse(text).$defs.scheme;
  expect(allowed).toEqual(names);
});
