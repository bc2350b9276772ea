import { expect, test } from 'vitest';
import type { Confidential } from '../../../src/engine/evidence/config-secrets.js';
import { Redactor } from '../../../src/engine/evidence/redact.js';
import { testCredentials } from '../../support/sandbox-target.js';

const [client] = await testCredentials();
const redactor = (changes: Partial<Confidential> = {}) =>
  new Redactor({ client, tls: {}, ...changes }).at();
const call = (path: string, headers: Record<string, string> = {}) => ({
  transaction: { serviceCode: '11', method: 'GET' as const, path, headers },
});

test.for([
  ['X-API-KEY', 'k-9', '[value-of-X-API-KEY]'],
  ['apikey', 'k', '[value-of-apikey]'],
  ['X-Auth-Token', 'abcdef', '[value-of-X-Auth-Token]'],
  ['Client_Secret', 'x', '[value-of-Client_Secret]'],
  ['Cookie', 'a=1', '[value-of-Cookie]'],
  ['Set-Cookie', 'id=77; HttpOnly', '[value-of-Set-Cookie]'],
  ['Authorization', 'Basic dXNlcjpwYXNzd29yZA==', 'Basic [value-of-Authorization]'],
  ['Proxy-Authorization', 'Digest username="a"', 'Digest [value-of-Proxy-Authorization]'],
  ['Authorization', 'kQ2mW9-unknown-token_7Fz', '[value-of-Authorization]'],
  ['Authorization', 'Bearer kQ2mW9-unknown-token_7Fz', 'Bearer kQ2mW9…_7Fz'],
  ['X-API-KEY', '', ''],
] as const)('header %s: %s is shown as %s', ([name, value, shown]) => {
  const once = redactor().header(name, value);
  expect(once).toBe(shown);
  expect(redactor().header(name, once)).toBe(shown);
});

test.for([
  ['X-CLIENT-KEY', 'toko-1'],
  ['x-client-key', 'toko-1'],
  ['X-SIGNATURE', 'c2lnbmF0dXJl'],
  ['X-TIMESTAMP', '2024-03-19T18:46:16+07:00'],
  ['X-PARTNER-ID', 'toko-1'],
  ['Content-Type', 'application/json'],
  ['Authorization', 'Bearer'],
  ['Authorization', 'Bearer null'],
  ['Authorization', 'undefined'],
] as const)('header %s: %s stays', ([name, value]) => {
  expect(redactor().header(name, value)).toBe(value);
  // Nor does a glob hide what a verdict rests on.
  if (name.toLowerCase().startsWith('x-'))
    expect(redactor({ redact: ['X-*'] }).header(name, value)).toBe(value);
});

test.for([
  ['https://a.example/v1?apikey=1&page=2', 'https://a.example/v1?apikey=[value-of-apikey]&page=2'],
  ['/v1?page=2&X-Api-Key=a:b', '/v1?page=2&X-Api-Key=[value-of-X-Api-Key]'],
  ['/v1?api%6Bey=1', '/v1?api%6Bey=[value-of-apikey]'],
  ['/v1?page=2', '/v1?page=2'],
  ['/v1?token=', '/v1?token='],
] as const)('%s is shown as %s', ([url, shown]) => {
  expect(redactor().url(url)).toBe(shown);
  expect(redactor().url(shown)).toBe(shown);
});

test('a query parameter amid the text that was signed', () => {
  const { text } = redactor();
  const shown = 'GET:/v1?apikey=[value-of-apikey]:tok:hash:time';
  expect(text('GET:/v1?apikey=12:tok:hash:time')).toBe(shown);
  expect(text(shown)).toBe(shown);
});

test('what the config adds is hidden in headers, queries and members', () => {
  const { text, url, header, member } = redactor({ redact: ['X-Branch', 'pin*', 'account?o'] });
  expect(header('x-branch', '17')).toBe('[value-of-x-branch]');
  expect(url('/a?pinCode=1')).toBe('/a?pinCode=[value-of-pinCode]');
  expect(text('{"pin": "12\\"34", "accountNo":55, "x":1}')).toBe(
    '{"pin": "[value-of-pin]", "accountNo":"[value-of-accountNo]", "x":1}',
  );
  expect(text('"{\\"pin\\":\\"1\\"}"')).toBe('"{\\"pin\\":\\"[value-of-pin]\\"}"');
  expect(text('{"pin":"cut off ami')).toBe('{"pin":"[value-of-pin]"');
  expect(member('PIN', '"1"')).toBe('[value-of-PIN]');
  expect(redactor().text('{"pin":"1","tokenType":"Bearer","apiKey":"1"}')).toBe(
    '{"pin":"1","tokenType":"Bearer","apiKey":"1"}',
  );
});

test('what is hidden by its name is hidden when a server repeats it', () => {
  const basic = Buffer.from('branch:pa55word-9').toString('base64');
  const { text } = redactor({
    ...call('/v1?apikey=q%2Fuery-1&page=2', {
      'X-API-KEY': 'h3ader-1',
      Authorization: `Basic ${basic}`,
    }),
    tokenHeaders: { 'X-Secret': 't0ken-header' },
    customer: {
      authCodes: { url: 'https://a.example/?token=c0de-url', method: 'GET' },
      deviceId: 'd',
      headers: { Cookie: 'sid=s3ssion-9; other=2' },
    },
  });
  expect(text('h3ader-1 t0ken-header q/uery-1 q%2Fuery-1 s3ssion-9 c0de-url pa55word-9')).toBe(
    '[value-of-X-API-KEY] [value-of-X-Secret] [value-of-apikey] [value-of-apikey] [value-of-Cookie] [value-of-token] [value-of-Authorization]',
  );
  expect(text(`x${Buffer.from('h3ader-1').toString('hex')}`)).toBe('x[value-of-X-API-KEY]');
  expect(text(basic)).toBe('[value-of-Authorization]');
});

test.for([
  ['is short', 'abcde'],
  ["is the client's id", client.clientId],
  ['is part of the path', 'balance'],
] as const)('a credential that %s is hidden at its own place alone', ([, value]) => {
  const { text, header } = redactor(call(`/v1/balance?key=${value}`, { 'X-API-KEY': value }));
  expect(header('X-API-KEY', value)).toBe('[value-of-X-API-KEY]');
  expect(text(`GET:/v1/balance?key=${value}:x`)).toBe('GET:/v1/balance?key=[value-of-key]:x');
  expect(text(`the answer ${value} stays`)).toBe(`the answer ${value} stays`);
});
