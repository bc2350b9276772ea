import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { memberNames } from '../../src/sandbox/answers/member-names.js';
import { client, isGrant, now, signed, type TokenRequest, withSandbox } from './token-client.js';

const right = '{"grantType":"client_credentials"}';

/** The status of a valid request that waits for 100 Continue before its body. */
async function expecting(port: number): Promise<{ status: number; continued: boolean }> {
  const timestamp = now();
  const signature = await signed(`${client.clientId}|${timestamp}`);
  return new Promise((resolve, reject) => {
    let continued = false;
    const outgoing = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/v1.0/access-token/b2b',
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': right.length,
        'X-TIMESTAMP': timestamp,
        'X-CLIENT-KEY': client.clientId,
        'X-SIGNATURE': signature,
        Expect: '100-continue',
      },
    });
    outgoing.on('error', reject);
    outgoing.on('continue', () => {
      continued = true;
      outgoing.end(right);
    });
    outgoing.on('response', (incoming) => {
      incoming.resume();
      resolve({ status: incoming.statusCode ?? 0, continued });
    });
  });
}

describe('a request that breaks the server gets no answer, any other does', () => {
  const cases: [fault: string, breaking: TokenRequest, granted: boolean][] = [
    ['byte-order-mark-breaks-it', { body: `\uFEFF${right}` }, false],
    [
      'deep-nesting-breaks-it',
      { body: `{"a":${'['.repeat(6000)}${']'.repeat(6000)},${right.slice(1)}` },
      true,
    ],
    ['large-bodies-break-it', { body: right.padEnd(1_048_576) }, false],
  ];
  test.for(cases)('%s', async ([fault, breaking, granted]) => {
    await withSandbox({}, async ({ send }) => expect(isGrant(await send(breaking))).toBe(granted));
    await withSandbox({ faults: [fault] }, async ({ send }) => {
      await expect(send(breaking)).rejects.toThrow(/other side closed|socket/i);
      expect(isGrant(await send())).toBe(true);
    });
  });
});

describe('other faults of HTTP that change no grant', () => {
  test('refuses-expectations', async () => {
    await withSandbox({}, async ({ port }) =>
      expect(await expecting(port)).toEqual({ status: 200, continued: true }),
    );
    await withSandbox({ faults: ['refuses-expectations'] }, async ({ port, send }) => {
      expect((await expecting(port)).status).toBe(400);
      expect((await send()).status).toBe(200);
    });
  });

  test('compresses-unasked', () =>
    withSandbox({ faults: ['compresses-unasked'] }, async ({ send }) => {
      const { status, headers, bytes } = await send({ headers: { 'Accept-Encoding': 'identity' } });
      expect([status, headers['content-encoding']]).toEqual([200, 'gzip']);
      expect(JSON.parse(gunzipSync(bytes).toString())).toHaveProperty('accessToken');
    }));

  test('unknown-paths-are-bad-requests', () =>
    withSandbox({ faults: ['unknown-paths-are-bad-requests'] }, async ({ send }) => {
      expect((await send({ path: '/elsewhere' })).status).toBe(400);
      expect((await send()).status).toBe(200);
    }));
});

test.for([
  ['{}', []],
  ['{"a":1}', ['a']],
  ['{ "a" : {"b":2, "c":[{"d":"e"}]} , "f":"x:y" }', ['a', 'f']],
  ['{"a":1,"\\u0061":2}', ['a', 'a']],
  ['{"a\\"}:{":"{\\"q\\":1","b":[]}', ['a"}:{', 'b']],
  ['{"__proto__":1,"__proto__":2}', ['__proto__', '__proto__']],
] as const)('the own members of %s', ([text, names]) => {
  expect(new Set(memberNames(text))).toEqual(new Set(Object.keys(JSON.parse(text) as object)));
  expect(memberNames(text)).toEqual(names);
});
