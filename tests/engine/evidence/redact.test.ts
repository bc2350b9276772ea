import { createPrivateKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Redactor, shorten, shortenIn } from '../../../src/engine/evidence/redact.js';
import { testCredentials } from '../../support/sandbox-target.js';

const [client, otherClient] = await testCredentials();
const redactorFor = (clientSecret: string) =>
  new Redactor({ client: { ...client, clientSecret }, otherClient, tls: {} });

const secret = 'S3cr3t/with+odd "chars" & ümlaut';
const token = randomBytes(24).toString('base64');
/** Its beginning is the same in a URL; the rest is not. */
const slashed = 'Ab3dEf6hIj9lMnOp/qRsTuV+XyZ01234/567';
const redactor = redactorFor(secret);
redactor.learn(token);
redactor.learn(slashed);

const forms: [string, (text: string) => string][] = [
  ['as it is', (text) => text],
  ['in JSON', (text) => JSON.stringify({ e: text })],
  ['in JSON with escaped slashes', (text) => JSON.stringify(text).replaceAll('/', '\\/')],
  ['in JSON in JSON', (text) => JSON.stringify(JSON.stringify([text]))],
  ['in a URL', (text) => `/a?b=${encodeURIComponent(text)}&c`],
  [
    'in a URL, lower case',
    (text) => encodeURIComponent(text).replace(/%../g, (hex) => hex.toLowerCase()),
  ],
  ['in Base64', (text) => Buffer.from(text).toString('base64')],
  ['in Base64url', (text) => Buffer.from(text).toString('base64url')],
  ['in Base64 after one byte', (text) => Buffer.from(`a${text}`).toString('base64')],
  ['in Base64 amid a pair', (text) => Buffer.from(`user:${text}:x`).toString('base64')],
  ['twice', (text) => `${text} ${text}`],
  ['in hex', (text) => Buffer.from(text).toString('hex')],
  ['in hex, upper case', (text) => Buffer.from(text).toString('hex').toUpperCase()],
  ['in hex, with colons', (text) => spaced(Buffer.from(text).toString('hex'), 2, ':')],
  ['in hex, in lines', (text) => spaced(Buffer.from(text).toString('hex'), 16, '\n')],
  ['in Base64 twice', (text) => base64(base64(text))],
  ['in Base64 twice, amid a pair', (text) => base64(`a:${base64(text)}`)],
  ['in Base64 twice, with a line end', (text) => base64(`${base64(text)}\n`)],
  ['in Base64, in groups of four', (text) => spaced(base64(text), 4, ' ')],
  [
    'in Base64, in lines escaped in JSON',
    (text) => JSON.stringify(spaced(base64(text), 8, '\r\n')),
  ],
  ['with dashes', (text) => spaced(text, 5, '-')],
  ['each character apart', (text) => spaced(text, 1, ' ')],
  ['percent-encoded altogether', (text) => percent(text, () => true)],
  ['percent-encoded in part', (text) => percent(text, (at) => at % 3 === 0)],
  ['as escapes of JSON', (text) => escaped(text, () => true)],
  ['as escapes of JSON in part', (text) => escaped(text, (at) => at % 4 === 1)],
];

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function spaced(text: string, every: number, by: string): string {
  return [...text]
    .map((character, at) => (at > 0 && at % every === 0 ? by : '') + character)
    .join('');
}

function percent(text: string, which: (at: number) => boolean): string {
  return [...text]
    .map((character, at) =>
      which(at) && character < '\x7f'
        ? `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`
        : character,
    )
    .join('');
}

function escaped(text: string, which: (at: number) => boolean): string {
  return [...text]
    .map((character, at) =>
      which(at) ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : character,
    )
    .join('');
}

function keyOf({ privateKey }: { privateKey: string }) {
  return createPrivateKey(privateKey);
}

/** The longest run of characters that two texts share. */
function longestCommon(a: string, b: string): number {
  let longest = 0;
  for (let from = 0; from < b.length; from += 1) {
    while (from + longest < b.length && a.includes(b.slice(from, from + longest + 1))) longest += 1;
  }
  return longest;
}

describe.for([
  ['a client secret', secret],
  ['a token given', token],
  ['a token with slashes', slashed],
  ["another client's secret", otherClient.clientSecret],
] as const)('%s', ([, hidden]) => {
  test.for(forms)('%s', ([, form]) => {
    const text = form(hidden);
    const shown = redactor.text(`before ${text} after`);
    expect(shown).toMatch(/^before .* after$/s);
    expect(longestCommon(shown, text.replace(/^"|"$/g, ''))).toBeLessThan(15);
  });

  test('cut off anywhere: less of it is left than an index of parts could find', () => {
    for (let length = 15; length < hidden.length; length += 1) {
      for (const cut of [hidden.slice(0, length), hidden.slice(-length)])
        expect(longestCommon(redactor.text(`x${cut}`), hidden)).toBeLessThan(15);
    }
  });
});

test('a token that reads like the pattern of a replacement', () => {
  const token = 'ab$&cd-the-rest-of-an-access-token-wxyz';
  expect(shortenIn(`a:${token}:b`, token)).toBe('a:ab$&cd…wxyz:b');
});

describe('private keys', () => {
  const lines = client.privateKey.trim().split('\n');

  test.for([
    ['as PEM', client.privateKey],
    ['as PEM in JSON', JSON.stringify({ key: client.privateKey })],
    ['without its labels', lines.slice(1, -1).join('\n')],
    ['on one line', lines.slice(1, -1).join('')],
    ['wrapped otherwise', lines.slice(1, -1).join('').replace(/.{76}/g, '$&\r\n')],
    ['without its last line', lines.slice(0, -1).join('\n')],
    ['in Base64', Buffer.from(client.privateKey).toString('base64')],
    ['in lines of ten', lines.slice(1, -1).join('').replace(/.{10}/g, '$&\n')],
    ['in Base64 of its Base64', base64(lines.slice(1, -1).join(''))],
    ['half of it', lines.slice(5, 15).join('\n')],
    ["another client's", otherClient.privateKey],
  ] as const)('%s', ([, text]) => {
    expect(longestCommon(redactor.text(text), text)).toBeLessThan(40);
    for (const line of [...lines, ...otherClient.privateKey.split('\n')].slice(2, -2)) {
      if (line.length > 40) expect(redactor.text(text)).not.toContain(line.slice(8, 40));
    }
  });

  test.for([
    ['PKCS#1', keyOf(client).export({ type: 'pkcs1', format: 'pem' }).toString()],
    ['DER in hex', keyOf(client).export({ type: 'pkcs8', format: 'der' }).toString('hex')],
    ['PKCS#1 in Base64', keyOf(client).export({ type: 'pkcs1', format: 'der' }).toString('base64')],
    ['JWK', JSON.stringify(keyOf(client).export({ format: 'jwk' }))],
  ] as const)('written anew as %s: none of its secret numbers is left', ([, text]) => {
    const bare = text.replace(/-----[^-]+-----/g, '').replace(/\s/g, '');
    const shown = redactor.text(bare);
    const { n = '', d = '', p = '', q = '' } = keyOf(client).export({ format: 'jwk' });
    for (const number of [d, p, q].map((each) => Buffer.from(each, 'base64url')))
      for (const form of [
        number.toString('hex'),
        ...[0, 1, 2].map((from) => number.subarray(from).toString('base64')),
        ...[0, 1, 2].map((from) => number.subarray(from).toString('base64url')),
      ])
        expect(longestCommon(shown, form)).toBeLessThan(20);
    // What is public stays: a reader sees which key it was.
    if (text.startsWith('{')) expect(shown).toContain(n);
  });

  test('of the TLS client', () => {
    const tls = new Redactor({ client, tls: { key: otherClient.privateKey } });
    const [, , line = ''] = otherClient.privateKey.split('\n');
    expect(tls.text(`is ${line}!`)).toBe('is …!');
  });

  test('that are unknown: hidden by their look', () => {
    const pem = '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE\n-----END EC PRIVATE KEY-----';
    expect(redactor.text(`a ${pem} b`)).toBe('a [private key] b');
    expect(redactor.text(`a ${pem.slice(0, 35)}`)).toBe('a [private key]');
  });
});

describe('unknown tokens are found by their place', () => {
  const other = 'kQ2mW9-unknown-token_7Fz';
  test.for([
    [`{"accessToken":"${other}"}`, '{"accessToken":"kQ2mW9…_7Fz"}'],
    [`{"access_token" : "${other}"}`, '{"access_token" : "kQ2mW9…_7Fz"}'],
    [`{"AccessToken":"${other}"}`, '{"AccessToken":"kQ2mW9…_7Fz"}'],
    [`{"refreshToken":"${other}"}`, '{"refreshToken":"kQ2mW9…_7Fz"}'],
    [`{"data":{"accessToken":"${other}"}}`, '{"data":{"accessToken":"kQ2mW9…_7Fz"}}'],
    [`"{\\"accessToken\\":\\"${other}\\"}"`, '"{\\"accessToken\\":\\"kQ2mW9…_7Fz\\"}"'],
    [`{"accessToken":"${other}`, '{"accessToken":"kQ2mW9…_7Fz'],
    [`Authorization: Bearer ${other}`, 'Authorization: Bearer kQ2mW9…_7Fz'],
    ['eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln', 'eyJhbG…c2ln'],
    ['{"accessToken":"short"}', '{"accessToken":"…"}'],
  ])('%s', ([text = '', shown]) => {
    expect(redactor.text(text)).toBe(shown);
  });
});

describe('what is not a secret stays', () => {
  test.for([
    'HTTP 401 4017300 "Unauthorized. Signature"',
    '{"tokenType":"Bearer","expiresIn":"900"}',
    'a Bearer token is needed',
    'https://sandbox.example/v1.0/access-token/b2b',
    client.clientId,
    '{"accessToken":""}',
    '',
  ])('%s', (text) => {
    expect(redactor.text(text)).toBe(text);
  });

  test('a redacted text, when it is redacted again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...forms), ([, form]) => {
        const once = redactor.text(
          `{"accessToken":"${form(token)}"} Bearer ${form(token)} ${form(secret)}`,
        );
        expect(redactor.text(once)).toBe(once);
      }),
    );
  });

  test('a token too short to be one does not blank out the messages', () => {
    const lately = redactorFor(secret);
    lately.learn('e');
    expect(lately.text('the message')).toBe('the message');
  });
});

describe('the memory for tokens', () => {
  const tokens = Array.from({ length: 2000 }, () => randomBytes(16).toString('hex'));
  const lately = redactorFor(secret);
  for (const each of tokens) lately.learn(each);

  test('holds the latest hundreds', () => {
    for (const each of tokens.slice(-128)) expect(lately.text(each)).toBe(shorten(each));
  });

  test('forgets earlier ones, so that it does not grow', () => {
    expect(lately.text(tokens[0] ?? '')).toBe(tokens[0]);
  });
});

test('a JSON value is redacted in every text, names too', () => {
  const value = { [secret]: [{ a: `x${secret}` }, 1, null, true] };
  expect(redactor.value(value)).toEqual({
    '[client secret]': [{ a: 'x[client secret]' }, 1, null, true],
  });
});

test.for([
  ['', ''],
  ['a', '…'],
  ['a'.repeat(19), '…'],
  ['abcdefghijklmnopqrst', 'abcdef…qrst'],
] as const)('shorten %s', ([text, shown]) => {
  expect(shorten(text)).toBe(shown);
});
