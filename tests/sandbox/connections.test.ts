import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { client, now, signed, withSandbox } from './token-client.js';

/** Writes to a bare connection and returns all that comes back until it is closed. */
async function raw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  return text(socket);
}

async function validRequest(connection: string): Promise<string> {
  const timestamp = now();
  const signature = await signed(`${client.clientId}|${timestamp}`);
  const lines = [
    'POST /v1.0/access-token/b2b HTTP/1.1',
    'Content-Type: application/json',
    `X-TIMESTAMP: ${timestamp}`,
    `X-CLIENT-KEY: ${client.clientId}`,
    `X-SIGNATURE: ${signature}`,
    `Connection: ${connection}`,
    'Content-Length: 34',
  ];
  return `${lines.join('\r\n')}\r\n\r\n{"grantType":"client_credentials"}`;
}

describe('what is no request to node', () => {
  test.for([
    { what: 'no HTTP', bytes: 'hello\r\n\r\n', code: '4007300' },
    { what: 'a header line without colon', bytes: 'POST / HTTP/1.1\r\nx\r\n\r\n', code: '4007300' },
    {
      what: '80 kB of headers',
      bytes: `POST / HTTP/1.1\r\nX: ${'x'.repeat(81_920)}\r\n\r\n`,
      code: '4007300',
    },
    { what: 'CONNECT', bytes: 'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n', code: '4057300' },
  ])('is answered in SNAP form all the same: $what', ({ bytes, code }) =>
    withSandbox({}, async ({ port }) => {
      const [head = '', body = ''] = (await raw(port, bytes)).split('\r\n\r\n');
      expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${code.slice(0, 3)} `));
      expect(head).toMatch(/^content-type: application\/json$/im);
      expect(JSON.parse(body)).toMatchObject({ responseCode: code });
    }),
  );
});

describe('connections', () => {
  test('are kept: two requests over one are answered each, without a Host header too', () =>
    withSandbox({}, async (sandbox) => {
      const both = (await validRequest('keep-alive')) + (await validRequest('close'));
      const answers = await raw(sandbox.port, both);
      expect(answers.match(/HTTP\/1\.1 200 OK\r\n/g)).toHaveLength(2);
      expect(sandbox.requests).toBe(2);
    }));

  test('outlive a body that is refused for its size', () =>
    withSandbox({}, async ({ send }) => {
      const large = await send({ body: 'x'.repeat(200_000) });
      expect(large.status).toBe(400);
      expect(large.headers['connection']).toBe('keep-alive');
      expect((await send()).status).toBe(200);
    }));

  test('an expectation that is not known does not keep a request from being answered', () =>
    withSandbox({}, async ({ port }) => {
      const request = (await validRequest('close')).replace(
        'Connection:',
        'Expect: a-miracle\r\nConnection:',
      );
      expect(await raw(port, request)).toMatch(/^HTTP\/1\.1 200 /);
    }));

  test('are cut when the sandbox is closed, an unanswered one too', () =>
    withSandbox({}, async (sandbox) => {
      const waiting = raw(sandbox.port, 'POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\n').catch(
        () => 'cut',
      );
      await sandbox.send();
      await sandbox.close();
      expect(['', 'cut']).toContain(await waiting);
    }));
});
