import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { english } from '../../support/english.js';
import { bodyOf, serve, serveRaw } from '../../support/server.js';
import { clientOf, request } from './requests.js';

describe('what goes out', () => {
  test('header names in their letter case, doubled ones twice, in order', async () => {
    let raw: string[] = [];
    const { url } = await serve((incoming, response) => {
      raw = incoming.rawHeaders;
      response.end();
    });
    const headers: [string, string][] = [
      ['x-TimeStamp', '1'],
      ['X-CLIENT-KEY', 'a'],
      ['X-CLIENT-KEY', 'b'],
    ];
    await clientOf(url).send(request({ headers }));
    const sent = raw.filter((_, at) => at % 2 === 0).map((name, at) => [name, raw[at * 2 + 1]]);
    expect(sent.filter(([name]) => /^x-/i.test(name ?? ''))).toEqual(headers);
  });

  test('the path of the base URL first, its trailing slash once', async () => {
    const paths: (string | undefined)[] = [];
    const { url } = await serve((incoming, response) => {
      paths.push(incoming.url);
      response.end();
    });
    for (const base of [url, `${url}/`, `${url}/prefix`, `${url}/prefix/`]) {
      const client = clientOf(base);
      const { url: told } = await client.send(request({ path: '/v1.0/token?a=b' }));
      expect(told).toBe(`${url}${paths.at(-1)}`);
    }
    expect(paths).toEqual([
      '/v1.0/token?a=b',
      '/v1.0/token?a=b',
      '/prefix/v1.0/token?a=b',
      '/prefix/v1.0/token?a=b',
    ]);
  });

  test.for([
    { chunked: false, body: Buffer.from('{"a":1}'), length: '7', coding: undefined },
    { chunked: true, body: Buffer.from('{"a":1}'), length: undefined, coding: 'chunked' },
    { chunked: false, body: undefined, length: '0', coding: undefined },
  ])('a body: $body, chunked: $chunked', async ({ chunked, body, length, coding }) => {
    const { url } = await serve(async (incoming, response) => {
      const received = await bodyOf(incoming);
      response.setHeader('X-Length', incoming.headers['content-length'] ?? 'none');
      response.setHeader('X-Coding', incoming.headers['transfer-encoding'] ?? 'none');
      response.end(received);
    });
    const { response } = await clientOf(url).send(request({ chunked, body }));
    const headers = Object.fromEntries(response?.headers ?? []);
    expect(response?.body.toString()).toBe(body?.toString() ?? '');
    expect(headers['X-Length']).toBe(length ?? 'none');
    expect(headers['X-Coding']).toBe(coding ?? 'none');
  });
});

describe('what comes back', () => {
  test('status, headers as on the wire, body', async () => {
    const { url } = await serveRaw((socket) => {
      socket.once('data', () =>
        socket.end(
          'HTTP/1.1 401 Nope\r\nx-Odd-CASE: 1\r\nSet-Cookie: a\r\nset-cookie: b\r\nContent-Length: 2\r\n\r\n{}',
        ),
      );
    });
    const sent = await clientOf(url).send(request());
    expect(sent.noAnswer).toBeUndefined();
    expect(sent.response?.status).toBe(401);
    expect(sent.response?.headers).toEqual([
      ['x-Odd-CASE', '1'],
      ['Set-Cookie', 'a'],
      ['set-cookie', 'b'],
      ['Content-Length', '2'],
    ]);
    expect(sent.response?.body.toString()).toBe('{}');
    expect(sent.attempts).toBe(1);
  });

  const text = '{"responseCode":"2007300"}';
  test.for([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['GZIP', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['br', brotliCompressSync(text)],
    ['identity', Buffer.from(text)],
  ] as const)('Content-Encoding %s is undone', async ([coding, bytes]) => {
    const { url } = await serve((_incoming, response) => {
      response.setHeader('Content-Encoding', coding);
      response.end(bytes);
    });
    const { response } = await clientOf(url).send(request());
    expect(response?.body.toString()).toBe(text);
  });

  test('what is not in the coding it claims stays as it came', async () => {
    const { url } = await serve((_incoming, response) => {
      response.setHeader('Content-Encoding', 'gzip');
      response.end('{"plain":true}');
    });
    const { response } = await clientOf(url).send(request());
    expect(response?.body.toString()).toBe('{"plain":true}');
    expect(response?.undecoded).toBe('gzip');
  });

  test('a small body that unpacks to more than the limit is too large', async () => {
    const bomb = gzipSync(Buffer.alloc(8 * 1024 * 1024));
    const { url } = await serve((_incoming, response) => {
      response.setHeader('Content-Encoding', 'gzip');
      response.end(bomb);
    });
    const { response, noAnswer } = await clientOf(url).send(request());
    expect([response, noAnswer?.kind]).toEqual([undefined, 'too-large']);
    expect(english(noAnswer?.message)).toBe(
      'the answer is larger than 1 MiB once its gzip is undone',
    );
  });

  test('a body in chunks, over several packets', async () => {
    const { url } = await serve((_incoming, response) => {
      response.write('{"a":');
      response.write('1}', () => response.end());
    });
    const { response } = await clientOf(url).send(request());
    expect(response?.body.toString()).toBe('{"a":1}');
  });

  test('a redirect is an answer like any other', async () => {
    const paths: (string | undefined)[] = [];
    const { url } = await serve((incoming, response) => {
      paths.push(incoming.url);
      response.writeHead(307, { Location: '/elsewhere' });
      response.end();
    });
    const { response } = await clientOf(url).send(request());
    expect(response?.status).toBe(307);
    expect(paths).toEqual(['/token']);
  });
});
