import { createHmac, createPrivateKey, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ConfiguredSandbox,
  freshClients,
  startConfiguredSandbox,
} from '../../../src/api/configured-sandbox.js';
import { explainingListener } from '../../../src/cli/serve/explain/explaining-listener.js';
import { bodyHash } from '../../../src/protocol/body-hash.js';
import { signSha256Rsa } from '../../../src/protocol/signature.js';
import { formatTimestamp } from '../../../src/protocol/timestamp.js';
import { faults } from '../../../src/sandbox/faults/index.js';

const clients = await freshClients();
const { client, otherClient } = clients;
const minute = 60_000;

interface Explained {
  started: ConfiguredSandbox;
  lines: string[];
  /** Sends a request; what is null is left out. Gives its line without the time, and the header. */
  send(
    path: string,
    headers: Record<string, string | null>,
    body?: string | Buffer,
    method?: string,
  ): Promise<{ line: string; header: string | null; body: Record<string, unknown> }>;
}

async function sandbox(profile: string, fault: readonly string[] = []): Promise<Explained> {
  const lines: string[] = [];
  const started = await startConfiguredSandbox({
    ...{ name: 'sandbox', profile, clients },
    faults: faults.filter(({ name }) => fault.includes(name)),
    listener: (rules) =>
      explainingListener(
        { clients, deviations: fault, header: true, print: (line) => void lines.push(line) },
        rules,
      ),
  });
  return {
    ...{ started, lines },
    send: async (path, given, body = '{"grantType":"client_credentials"}', method = 'POST') => {
      const headers = Object.entries(given).filter(([, value]) => value !== null);
      const response = await fetch(started.sandbox.url + path, {
        method,
        headers: Object.fromEntries([
          ['Content-Type', 'application/json'],
          ...headers,
        ]) as Record<string, string>,
        ...(method !== 'GET' && { body: body as string }),
      });
      const answer = (await response.json()) as Record<string, unknown>;
      const [time, ...line] = (lines.at(-1) ?? '').split(' ');
      expect(new Date(time ?? '').toISOString()).toBe(time);
      return { line: line.join(' '), header: response.headers.get('x-snap-explanation'), body: answer };
    },
  };
}

const sign = async (text: string, key = client.privateKey) =>
  (await signSha256Rsa(createPrivateKey(key), text)).toString('base64');

const at = (apart = 0) => formatTimestamp(Date.now() + apart, 'offset');

/** The headers of a token request. */
async function token(given: { time?: string; id?: string; text?: string } = {}) {
  const { time = at(), id = client.clientId, text = `${id}|${time}` } = given;
  return { 'X-CLIENT-KEY': id, 'X-TIMESTAMP': time, 'X-SIGNATURE': await sign(text) };
}

const path = '/v1.0/access-token/b2b';
const call = '/v1.0/balance-inquiry';
const asked = '{"accountNo":"2000100101"}';

/** The headers of a transaction; `signed` changes the text that is signed. */
function transaction(
  accessToken: string,
  { body = asked, time = at(), externalId = String(Date.now()), target = call } = {},
  signed: (text: string) => string = (text) => text,
) {
  const hash = bodyHash(Buffer.from(body), 'standard');
  const text = signed(`POST:${target}:${accessToken}:${hash}:${time}`);
  return {
    Authorization: `Bearer ${accessToken}`,
    'X-TIMESTAMP': time,
    'X-SIGNATURE': createHmac('sha512', client.clientSecret).update(text).digest('base64'),
    'X-PARTNER-ID': client.clientId,
    'X-EXTERNAL-ID': externalId,
    'CHANNEL-ID': '95221',
  };
}

let snap: Explained;
let accessToken: string;
beforeAll(async () => {
  snap = await sandbox('snap-bi');
  const granted = await snap.send(path, await token());
  accessToken = String(granted.body['accessToken']);
  expect([granted.line, granted.header]).toEqual([`POST ${path} 200 2007300`, null]);
});
afterAll(() => snap.started.sandbox.close());

describe('a token request', () => {
  test('with its parts swapped', async () => {
    const time = at();
    const headers = await token({ time, text: `${time}|${client.clientId}` });
    const { line, header } = await snap.send(path, headers);
    expect(line).toBe(
      `POST ${path} 401 4017300: it was signed over timestamp|clientId (text/id-and-time-swapped): ` +
        `the text was ${time}|${client.clientId}; sign ${client.clientId}|${time}. Build the string-to-sign of the documented parts, in their order, ` +
        'with nothing but the documented delimiter between them.',
    );
    expect(line.endsWith(`: ${header}`)).toBe(true);
  });

  test('a', async () => {
    const out: string[] = [];
    const go = async (p: string, h: Record<string, string | null>, b?: string | Buffer, m?: string) => {
      const before = performance.now();
      const { line } = await snap.send(p, h, b, m);
      out.push(`${Math.round(performance.now() - before)} ${line}`);
    };
    const good = await token();
    await go('/nowhere?token=abc', good);
    await go(path, good, '', 'GET');
    await go(path, { ...good, 'X-TIMESTAMP': null });
    await go(path, { ...good, 'X-SIGNATURE': '' });
    await go(path, await token({ time: formatTimestamp(Date.now(), 'utc') }));
    await go(path, await token({ time: formatTimestamp(Date.now(), 'local') }));
    await go(path, await token({ time: '1700000000' }));
    await go(path, await token({ time: at(-20 * minute) }));
    await go(path, await token({ time: at(-7 * 60 * minute) }));
    await go(path, await token({ id: client.clientId.toLowerCase() }));
    await go(path, await token({ id: 'x' }));
    await go(path, good, '{"grantType":"nope"}');
    await go(path, good, '{}');
    await go(path, good, '{"grantType":3}');
    await go(path, good, '{');
    await go(path, good, '[]');
    await go(path, good, '{"grantType":"a","grantType":"a"}');
    await go(path, good, '{"grantType":"client_credentials","additionalInfo":"a"}');
    await go(path, { ...good, 'Content-Type': 'text/plain' });
    await go(path, { ...good, 'X-SIGNATURE': await sign(`${client.clientId}|${good['X-TIMESTAMP']}`, otherClient.privateKey) });
    await go(path, { ...good, 'X-SIGNATURE': await sign(randomBytes(20).toString('hex')) });
    await go(path, { ...good, 'X-SIGNATURE': randomBytes(256).toString('base64') });
    await go(path, { ...good, 'X-SIGNATURE': 'undefined' });
    await go(path, { ...good, 'X-SIGNATURE': Buffer.from(good['X-SIGNATURE'], 'base64').toString('hex') });
    await go(call, transaction(accessToken), asked);
    await go(call, transaction(accessToken, {externalId: '1'}), asked);
    await go(call, transaction(accessToken, {externalId: '1'}), asked);
    await go(call, transaction(accessToken, {}, (t) => t.toLowerCase()), asked);
    await go(call, transaction(accessToken, {}, (t) => `${t}x`), asked);
    await go(call, transaction(accessToken, {}, () => `whatever`), asked);
    await go(call, transaction('abcabcabcabcabcabcabcabcabcabcabcabcabc', {}, () => `whatever`), asked);
    await go(call, {...transaction(accessToken), Authorization: null}, asked);
    await go(call, {...transaction(accessToken), Authorization: accessToken}, asked);
    await go(call, {...transaction(accessToken), 'X-PARTNER-ID': otherClient.clientId}, asked);
    await go(call, {...transaction(accessToken), 'X-EXTERNAL-ID': 'abc'}, asked);
    await go(call, {...transaction(accessToken), 'X-EXTERNAL-ID': '1'.repeat(50)}, asked);
    await go(call, {...transaction(accessToken)}, '{"accountNo": "2000100102"}');
    await go(call, {...transaction(accessToken, {body: '{'})}, '{');
    await go('/sandbox/auth-codes', {});
    await go('/v1.0/access-token/b2b2c', good, '{"grantType":"authorization_code","authCode":"abcabc"}');
    await go('/v1.0/access-token/b2b2c', good, '{"grantType":"authorization_code"}');
    await go('/v1.0/access-token/b2b2c', good, '{"grantType":"refresh_token","refreshToken":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}');
    console.log(out.join('\n'));
  });
});
