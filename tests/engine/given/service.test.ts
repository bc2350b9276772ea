import { expect, test } from 'vitest';
import { readGiven } from '../../../src/engine/given/read-given.js';
import { serviceOfGiven } from '../../../src/engine/given/service-of-given.js';

const serviceOf = (path: string, ...headers: string[]) =>
  serviceOfGiven(
    readGiven(Buffer.from([`POST ${path} HTTP/1.1`, ...headers, '', ''].join('\n')), {
      file: 'request.txt',
      readFile: () => Buffer.alloc(0),
    }),
  );

test.for<[string, string, string[]]>([
  ['token', '/v1.0/access-token/b2b', ['X-CLIENT-KEY: a']],
  ['token', '/own/token', ['x-client-key: a', 'X-PARTNER-ID: a']],
  ['token', '/v1.0/access-token/b2b2c?a', ['X-CLIENT-KEY: a', 'Authorization: Basic x']],
  ['transaction', '/v1.0/list', ['X-CLIENT-KEY: a', 'Authorization: Bearer x']],
  ['transaction', '/v1.0/list', ['X-PARTNER-ID: a']],
  ['transaction', '/v1.0/list', ['X-EXTERNAL-ID: 1', 'X-SIGNATURE: x']],
])('a %s: %s with %j', ([service, path, headers]) => {
  expect(serviceOf(path, ...headers)).toBe(service);
});

test('a signature alone tells neither', () => {
  expect(() => serviceOf('/v1.0/list', 'X-SIGNATURE: x')).toThrow('do not tell a token request');
});

test('a long text that is no request is refused at once', () => {
  for (const piece of ['a=', '=', '\\|', './', ' ', 'curl', '(', '$x', '{{', '"', '\n:'])
    expect(() =>
      readGiven(Buffer.from(`please ${piece.repeat(30_000)}`), {
        file: 'request.txt',
        readFile: () => Buffer.alloc(0),
      }),
    ).toThrow('at request.txt');
});
