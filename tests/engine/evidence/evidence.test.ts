import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { recordExchange } from '../../../src/engine/evidence/evidence.js';
import { Redactor } from '../../../src/engine/evidence/redact.js';
import type { Sent, WireRequest } from '../../../src/engine/http/wire.js';
import { say } from '../../../src/messages/message.js';
import { testCredentials } from '../../support/sandbox-target.js';
import { request } from '../http/requests.js';

const [client] = await testCredentials();
const token = randomBytes(300).toString('base64url');

function sent(changes: Partial<Sent> = {}): Sent {
  return {
    request: request(),
    url: 'http://127.0.0.1/token',
    startedAt: Date.UTC(2024, 2, 19, 4, 46, 16, 5),
    durationMs: 1.23456,
    attempts: 2,
    ...changes,
  };
}

function record(exchange: Sent, context: Partial<Parameters<typeof recordExchange>[2]> = {}) {
  const redactor = new Redactor({ client, tls: {} });
  redactor.learn(token);
  return recordExchange(
    'e1',
    exchange,
    { target: 'a', purpose: 'probe', ...context },
    redactor.at(),
  );
}

const answer = (body: string | Buffer, headers: [string, string][] = []) =>
  sent({ response: { status: 200, headers, body: Buffer.from(body) } });

describe('an exchange as it is kept', () => {
  test('has what was sent, what came back, when and how often', () => {
    const signed = { stringToSign: 'id|time', algorithm: 'SHA256withRSA, Base64' };
    const exchange = record({
      ...answer('{"a":1}', [['X-Odd', 'b']]),
      request: request({ signed, headers: [['x-A', '1']] }),
    });
    expect(exchange).toEqual({
      id: 'e1',
      target: 'a',
      purpose: 'probe',
      signed,
      request: {
        method: 'POST',
        url: 'http://127.0.0.1/token',
        headers: [['x-A', '1']],
        body: { bytes: 2, text: '{}' },
      },
      response: { status: 200, headers: [['X-Odd', 'b']], body: { bytes: 7, text: '{"a":1}' } },
      startedAt: '2024-03-19T04:46:16.005Z',
      durationMs: 1.235,
      attempts: 2,
    });
  });

  test('without an answer says why', () => {
    const noAnswer = { kind: 'timeout' as const, message: say('http/no-answer/none') };
    expect(record(sent({ noAnswer }))).toMatchObject({
      noAnswer: { kind: 'timeout', message: 'no answer' },
    });
    expect(record(sent({ noAnswer }))).not.toHaveProperty('response');
  });

  test('bytes that are not text are kept as Base64', () => {
    const { response } = record(answer(Buffer.from([0xff, 0x00])));
    expect(response?.body).toEqual({ bytes: 2, base64: '/wA=' });
  });
});

describe('the one difference', () => {
  const control: WireRequest = request({
    path: '/b2b',
    headers: [
      ['Content-Type', 'application/json'],
      ['X-TIMESTAMP', 'now'],
    ],
    body: Buffer.from('{"grantType":"client_credentials"}'),
  });
  const difference = (field: string, changes: Partial<WireRequest>) =>
    record(sent({ request: { ...control, ...changes } }), {
      mutation: { name: 'changed', field },
      control,
    }).mutation;

  test.for([
    ['header X-TIMESTAMP', { headers: [['x-timestamp', 'then']] }, 'now', 'then'],
    ['header X-TIMESTAMP', { headers: [] }, 'now', '(absent)'],
    ['headers', { headers: [['a', '1']] }, 'Content-Type, X-TIMESTAMP', 'a'],
    ['method', { method: 'PUT' }, 'POST', 'PUT'],
    ['path', { path: '/b2b/' }, '/b2b', '/b2b/'],
    ['body', { body: Buffer.from('{') }, '{"grantType":"client_credentials"}', '{'],
    ['body', { body: undefined }, '{"grantType":"client_credentials"}', '(absent)'],
    ['body /grantType', { body: Buffer.from('{}') }, '"client_credentials"', '(absent)'],
    ['body /grantType', { body: Buffer.from('{"grantType":1}') }, '"client_credentials"', '1'],
  ] as [string, Partial<WireRequest>, string, string][])(
    '%s',
    ([field, changes, before, after]) => {
      expect(difference(field, changes)).toEqual({ name: 'changed', field, before, after });
    },
  );

  test('a member of a body that is not JSON has no text of its own', () => {
    const mutation = difference('body /grantType', { body: Buffer.from('{') });
    expect(mutation).toEqual({
      name: 'changed',
      field: 'body /grantType',
      before: '"client_credentials"',
    });
  });
});

describe('what is cut', () => {
  test('a body at 8 KiB, and says how long it was', () => {
    const { response } = record(answer('é'.repeat(10_000)));
    expect(response?.body).toEqual({ bytes: 20_000, text: 'é'.repeat(8192), truncated: true });
  });

  test('a header at 4 KiB', () => {
    const { response } = record(answer('{}', [['X-Long', 'a'.repeat(5000)]]));
    expect(response?.headers[0]?.[1]).toBe(`${'a'.repeat(4096)}… (5000 characters)`);
  });

  test('where the search for secrets ends: no part of one shows, however short the text became', () => {
    const long = randomBytes(1500).toString('base64url');
    const redactor = new Redactor({ client: { ...client, clientSecret: long }, tls: {} });
    // Once hidden, this many secrets are short: the end of the search is within what is stored.
    for (let before = 0; before < 40; before += 1) {
      const body = `${'-'.repeat(before)}${long.repeat(100)}`;
      const { response } = recordExchange(
        'e1',
        sent({ response: { status: 200, headers: [], body: Buffer.from(body) } }),
        { target: 'a', purpose: 'probe' },
        redactor.at(),
      );
      expect(response?.body).toMatchObject({ bytes: body.length, truncated: true });
      const shown = response?.body.text ?? '';
      expect(shown.replaceAll('[client secret]', '')).toMatch(/^-*…?$/);
    }
  });

  test('never in the middle of a secret: it is taken out first', () => {
    for (const secret of [token, client.clientSecret]) {
      for (const before of [8180, 8100, 8191, 8192 - secret.length]) {
        const body = `${' '.repeat(before)}${secret}`;
        const { response } = record(answer(body, [['X-Long', body.slice(4096)]]));
        const shown = JSON.stringify(response);
        expect(shown).not.toContain(secret.slice(0, 12));
        expect(shown).not.toContain(secret.slice(-12));
      }
    }
  });
});

test('secrets are taken out wherever they stand', () => {
  const { clientSecret } = client;
  const leaky = `a ${clientSecret} b ${token} c`;
  const exchange = record(
    {
      ...answer(leaky, [['X-Echo', leaky]]),
      url: `http://127.0.0.1/${token}?${clientSecret}`,
      request: request({
        headers: [['X-Own', leaky]],
        body: Buffer.from(leaky),
        signed: { stringToSign: leaky, algorithm: '' },
      }),
      noAnswer: { kind: 'protocol', message: say('http/no-answer/unreadable', { why: leaky }) },
    },
    {
      mutation: { name: leaky, field: 'body' },
      control: request({ body: Buffer.from(leaky) }),
    },
  );
  const shown = JSON.stringify(exchange);
  expect(shown).not.toContain(clientSecret);
  expect(shown).not.toContain(token.slice(6, 20));
  expect(shown.split('[client secret]')).toHaveLength(12);
  expect(shown.split(`${token.slice(0, 6)}…${token.slice(-4)}`)).toHaveLength(12);
});

test('bytes that are not text are searched for secrets all the same', () => {
  const bytes = Buffer.concat([Buffer.from([0xff]), Buffer.from(client.clientSecret)]);
  const { response } = record(answer(bytes));
  const kept = Buffer.from(response?.body.base64 ?? '', 'base64').toString('latin1');
  expect(kept).toBe('\u00ff[client secret]');
});
