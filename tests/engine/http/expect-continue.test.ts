import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../../../src/engine/http/clock.js';
import { createAuthority } from '../../support/certificates.js';
import { bodyOf, serve, serveRaw } from '../../support/server.js';
import { clientOf, request } from './requests.js';

const expecting = (body = '{"a":1}') =>
  request({
    headers: [
      ['Content-Type', 'application/json'],
      ['x-OddCase', '1'],
      ['Expect', '100-continue'],
    ],
    body: Buffer.from(body),
  });

/** A clock whose pauses never end: nothing that comes is due to waiting. */
const stopped = { now: systemClock.now, pause: () => new Promise<void>(() => undefined) };

/** Reads from a socket until a text has come. */
function until(socket: Socket, end: string, then: (seen: string) => void): void {
  let seen = '';
  socket.on('data', function read(bytes: Buffer) {
    seen += bytes.toString('latin1');
    if (!seen.includes(end)) return;
    socket.off('data', read);
    then(seen);
  });
}

describe('Expect: 100-continue', () => {
  test('the body goes out once the server says 100, and not before', async () => {
    let head = '';
    const { url } = await serveRaw((socket) => {
      until(socket, '\r\n\r\n', (seen) => {
        head = seen;
        until(socket, '}', (body) =>
          socket.end(`HTTP/1.1 201 Made\r\nContent-Length: ${body.length}\r\n\r\n${body}`),
        );
        socket.write('HTTP/1.1 100 Continue\r\n\r\n');
      });
    });
    const sent = await clientOf(url, {}, { clock: stopped }).send(expecting());
    expect(head.endsWith('\r\n\r\n'), 'the body waited').toBe(true);
    expect(head).toMatch(/^POST \/token HTTP\/1\.1\r\n/);
    expect(head).toContain('\r\nx-OddCase: 1\r\nExpect: 100-continue\r\n');
    expect(head).toContain(`\r\nHost: ${new URL(url).host}\r\nContent-Length: 7\r\n`);
    expect(sent.response?.status).toBe(201);
    expect(sent.response?.headers).toEqual([['Content-Length', '7']]);
    expect(sent.response?.body.toString()).toBe('{"a":1}');
    expect(sent.noAnswer).toBeUndefined();
  });

  test('the body goes out in the end to a server that never says 100', async () => {
    const { url } = await serveRaw((socket) =>
      until(socket, '}', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}')),
    );
    const { response } = await clientOf(url).send(expecting());
    expect([response?.status, response?.body.toString()]).toEqual([200, '{}']);
  });

  test('a final answer holds the body back', async () => {
    let received = '';
    const { url } = await serveRaw((socket) =>
      until(socket, '\r\n\r\n', (seen) => {
        received = seen;
        socket.on('data', (bytes) => (received += String(bytes)));
        socket.end('HTTP/1.1 417 No\r\nContent-Length: 0\r\n\r\n');
      }),
    );
    const { response } = await clientOf(url, {}, { clock: stopped }).send(expecting());
    expect(response?.status).toBe(417);
    expect(received).not.toContain('{"a":1}');
  });

  test('the answer is decoded, over TLS too', async () => {
    const authority = createAuthority('Expecting');
    const { url } = await serve((incoming, response) => {
      response.setHeader('Content-Encoding', 'gzip');
      void bodyOf(incoming).then((body) => response.end(gzipSync(body)));
    }, authority.certify('server'));
    const { response, noAnswer } = await clientOf(url, {}, { tls: { ca: authority.cert } }).send(
      expecting(),
    );
    expect(noAnswer).toBeUndefined();
    expect(response?.body.toString()).toBe('{"a":1}');
  });

  test('no answer is reported as over any other connection', async () => {
    const reset = await serveRaw((socket) => until(socket, '\r\n\r\n', () => socket.destroy()));
    const cut = await clientOf(reset.url).send(expecting());
    expect([cut.noAnswer?.kind, cut.attempts]).toEqual(['reset', 3]);

    const silent = await serveRaw(() => undefined);
    const waited = await clientOf(silent.url, { timeoutMs: 50 }).send(expecting());
    expect(waited.noAnswer?.kind).toBe('timeout');

    const huge = await serve((_incoming, response) => response.end('x'.repeat(1_100_000)));
    const full = await clientOf(huge.url).send(expecting());
    expect(full.noAnswer?.kind).toBe('too-large');
  });
});
