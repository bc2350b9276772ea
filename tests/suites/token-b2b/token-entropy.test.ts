import { createHmac, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { render } from '../../../src/messages/render.js';
import { tokenEntropy } from '../../../suites/token-b2b/token-entropy.js';

const alphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const urlSafe = `${alphanumeric}_-`;
const start = 1_790_000_000_000;

function drawn(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

function jwt(header: object, claims: object, sign: (text: string) => string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${sign(text)}`;
}

/** Version 1 of RFC 9562 section 5.1: ticks of 100 ns, then what stays the same on one machine. */
function timeUuid(ticks: bigint): string {
  const hex = ticks.toString(16).padStart(15, '0');
  return `${hex.slice(7)}-${hex.slice(3, 7)}-1${hex.slice(0, 3)}-9c4e-0242ac120002`;
}

/** Version 7 of RFC 9562 section 5.7: milliseconds, then 74 random bits. */
function clockUuid(ms: number): string {
  const random = randomUUID();
  const hex = ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${random.slice(15)}`;
}

/** Makes the token that is given as the nth, at a time that goes on by some milliseconds each. */
type Generator = (n: number, ms: number) => string;

function sampleOf(make: Generator, count: number): string[] {
  let ms = start;
  return Array.from({ length: count }, (_, n) => {
    ms += 1 + randomInt(6);
    return make(n + 98, ms);
  });
}

const good: Record<string, Generator> = {
  'UUID, version 4': () => randomUUID(),
  'UUID, version 7': (_, ms) => clockUuid(ms),
  '16 bytes in hex': () => randomBytes(16).toString('hex'),
  '32 bytes in hex': () => randomBytes(32).toString('hex'),
  '32 bytes in capital hex': () => randomBytes(32).toString('hex').toUpperCase(),
  '24 bytes in Base64url': () => randomBytes(24).toString('base64url'),
  '24 bytes in Base64': () => randomBytes(24).toString('base64'),
  '28 letters and digits': () => drawn(alphanumeric, 28),
  'a nanoid': () => drawn(urlSafe, 21),
  '8 bytes in hex: 64 bits, not one less': () => randomBytes(8).toString('hex'),
  '20 digits: 66 bits': () => drawn('0123456789', 20),
  'a constant beginning and 16 bytes': () => `tok_live_${randomBytes(16).toString('hex')}`,
  'a UUID in Base64': () => Buffer.from(randomUUID()).toString('base64'),
  'the time, then 16 bytes': (_, ms) => `${ms}-${randomBytes(16).toString('hex')}`,
  'random bytes of many lengths': () => randomBytes(16 + randomInt(8)).toString('base64url'),
  'a JWT of one second and HS256': (n) =>
    jwt({ alg: 'HS256' }, { sub: 'client', iat: 1_790_000_000, n }, (text) =>
      createHmac('sha256', 'secret').update(text).digest('base64url'),
    ),
  'a JWT without signature, but with a random id': () =>
    jwt({ alg: 'none' }, { sub: 'client', iat: 1_790_000_000, jti: randomUUID() }, () => ''),
};

const bad: Record<string, Generator> = {
  'a counter': (n) => String(n).padStart(32, '0'),
  'a counter without padding': (n) => `token-${n}`,
  'a counter in hex': (n) => (0xabcdef00 + n).toString(16).padStart(32, '0'),
  'a counter in Base64': (n) => Buffer.from(`token ${n}`).toString('base64'),
  'a counter between constants': (n) => `8a6f4c2e-${String(n).padStart(6, '0')}-9b0d1c7f3e5a`,
  'the time in milliseconds': (_, ms) => String(ms),
  'the time as a date': (_, ms) => new Date(ms).toISOString().replace(/\D/g, ''),
  'the time in hex': (_, ms) => ms.toString(16).padStart(32, '0'),
  'the time and two random digits': (_, ms) => `${ms}${drawn('0123456789', 2)}`,
  'the time and six random digits in Base64': (_, ms) =>
    Buffer.from(`client:${ms}:${drawn('0123456789', 6)}`).toString('base64'),
  'the time, then 40 random bits': (_, ms) => `${ms.toString(16)}${randomBytes(5).toString('hex')}`,
  'UUID, version 1': (_, ms) => timeUuid(BigInt(ms) * 10_000n + BigInt(randomInt(10_000))),
  'an ObjectId': (n) => `6ab1c3806f3e9a41d07b52${(0xe0 + n).toString(16).padStart(4, '0')}`,
  'a snowflake id': (n, ms) => String((BigInt(ms - 1_288_834_974_657) << 22n) + BigInt(n % 4096)),
  'eight random digits': () => drawn('0123456789', 8),
  '7 bytes in hex: 56 bits': () => randomBytes(7).toString('hex'),
  '19 digits: 63 bits': () => drawn('0123456789', 19),
  '4 random bytes, written four times': () => randomBytes(4).toString('hex').repeat(4),
  'one of two long texts, and a counter': (n) =>
    `${n % 3 === 0 ? 'a'.repeat(24) : 'b'.repeat(24)}${n}`,
  'a JWT without signature, told by its counter': (n) =>
    jwt({ alg: 'none' }, { sub: 'client', iat: 1_790_000_000, jti: n }, () => ''),
  'a JWT whose signature is always the same': (n) =>
    jwt({ alg: 'HS256' }, { sub: 'client', jti: n }, () =>
      Buffer.alloc(32, 7).toString('base64url'),
    ),
};

describe.for([16, 20, 64])('a sample of %i', (count) => {
  test.for(Object.entries(good))('leaves 64 bits or more: %s', ([, make]) => {
    for (let round = 0; round < 10; round += 1) {
      const { bits, found } = tokenEntropy(sampleOf(make, count));
      expect(bits, render(found)).toBeGreaterThanOrEqual(64);
    }
  });

  test.for(Object.entries(bad))('leaves less: %s', ([, make]) => {
    for (let round = 0; round < 10; round += 1) {
      const { bits, found } = tokenEntropy(sampleOf(make, count));
      expect(bits, render(found)).toBeLessThan(64);
    }
  });
});

test('what is found is said in words, without a token', () => {
  const { bits, found } = tokenEntropy(sampleOf(bad['the time in milliseconds'] as Generator, 16));
  expect(render(found)).toMatch(
    /^\d of 13 characters change, \d of them like a clock or a counter that only grows$/,
  );
  expect(bits).toBeLessThan(4);
});
