import { execFile, spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { curlOf } from '../../../reports/shared/curl.js';
import type { Exchange } from '../../../schemas/generated/result.js';

type Request = Exchange['request'];

const run = promisify(execFile);
const runnable = ['curl', 'bash', 'base64'].every((name) => !spawnSync(name, ['--version']).error);
const skipped = !runnable && process.env.CI !== 'true';

function request(changes: Partial<Request> = {}): Request {
  return {
    method: 'POST',
    url: 'http://127.0.0.1/v1.0/access-token/b2b',
    headers: [['Content-Type', 'application/json']],
    body: { bytes: 2, text: '{}' },
    ...changes,
  };
}

describe.skipIf(skipped)(
  `curl commands, run${skipped ? ' (skipped: no curl, bash or base64 was found)' : ''}`,
  () => {
    let server: Server;
    let origin: string;
    const received: { method: string; url: string; headers: string[]; body: Buffer }[] = [];

    beforeAll(async () => {
      server = createServer(async (incoming, answer) => {
        const chunks: Buffer[] = [];
        for await (const chunk of incoming) chunks.push(chunk as Buffer);
        received.push({
          method: incoming.method ?? '',
          url: incoming.url ?? '',
          headers: incoming.rawHeaders,
          body: Buffer.concat(chunks),
        });
        answer.end();
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    afterAll(() => server.close());

    async function arrives(changes: Partial<Request>, path = '/token') {
      received.length = 0;
      const { command } = curlOf(request({ ...changes, url: `${origin}${path}` }));
      await run('bash', ['-c', command.replace(/curl /, 'curl --silent --noproxy "*" ')]);
      const [only] = received;
      if (!only) throw new Error('nothing arrived');
      const pairs: [string, string][] = [];
      for (let at = 0; at < only.headers.length; at += 2) {
        pairs.push([only.headers[at] ?? '', only.headers[at + 1] ?? '']);
      }
      const own = new Set(['host', 'content-length', 'connection']);
      return { ...only, headers: pairs.filter(([name]) => !own.has(name.toLowerCase())) };
    }

    it('send the method, the URL and the headers as they were sent, and no other header', async () => {
      const headers: [string, string][] = [
        ['content-TYPE', 'application/json; charset=utf-8'],
        ['X-CLIENT-KEY', 'it\'s $HOME `id` "quoted" \\ !'],
        ['X-SIGNATURE', ''],
        ['X-TIMESTAMP', '2026-03-02T09:15:27+07:00'],
      ];
      const sent = await arrives({ method: 'PUT', headers }, '/a/../b[1]{x}?q=a%20b&c=d');
      expect(sent).toMatchObject({ method: 'PUT', url: '/a/../b[1]{x}?q=a%20b&c=d', headers });
    });

    it('leave out a Content-Type that was left out', async () => {
      expect((await arrives({ headers: [] })).headers).toEqual([]);
    });

    it.each([
      ['quotes and line feeds', `{"a": 'b',\n\t"c": "\\u00e9 é $(id)"}`],
      ['an at sign, which curl would read a file for', '@/etc/hostname'],
      ['a NUL', 'a\0b'],
      ['an escape sequence and a direction mark', "it's \u001b[31m\u202e\\"],
      ['nothing', ''],
    ])('send a body with %s', async (_, text) => {
      const sent = await arrives({ body: { bytes: Buffer.byteLength(text), text } });
      expect(sent.body.toString('utf8')).toBe(text);
    });

    it('send a body that is no text', async () => {
      const bytes = Buffer.from([0, 255, 254, 10, 39, 0]);
      const sent = await arrives({ body: { bytes: 6, base64: bytes.toString('base64') } });
      expect(sent.body.equals(bytes)).toBe(true);
    });
  },
);

describe('a curl command', () => {
  it('holds no character that would drive a terminal it is pasted into', () => {
    const { command } = curlOf(request({ headers: [['X-A', '\u001b]0;title\u0007\u202e']] }));
    expect(command).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  it('says what of the request was not recorded', () => {
    const body = { bytes: 70_000, text: 'abc', truncated: true };
    expect(curlOf(request({ body })).caveat).toContain('70000 bytes were sent');
    expect(
      curlOf(request({ headers: [['Authorization', 'Bearer abcdef…wxyz']] })).caveat,
    ).toContain('shortened');
    expect(curlOf(request({ body: { bytes: 9, text: '[client secret]' } })).caveat).toContain(
      'shortened',
    );
    expect(curlOf(request()).caveat).toBeUndefined();
  });
});
