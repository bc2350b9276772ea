import { createHmac, createPrivateKey } from 'node:crypto';
import { expect } from 'vitest';
import {
  type ConfiguredSandbox,
  freshClients,
  startConfiguredSandbox,
} from '../../../../src/api/configured-sandbox.js';
import { explainingListener } from '../../../../src/cli/serve/explain/explaining-listener.js';
import { bodyHash } from '../../../../src/protocol/body-hash.js';
import { signSha256Rsa } from '../../../../src/protocol/signature.js';
import { formatTimestamp } from '../../../../src/protocol/timestamp.js';
import { faults } from '../../../../src/sandbox/faults/index.js';

/** The clients of every sandbox here. */
export const clients = await freshClients();
const { client } = clients;

/** A sandbox whose answers are explained. */
export interface Explained {
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

/** Starts a sandbox that explains its answers in lines and in a header. */
export async function sandbox(profile: string, fault: readonly string[] = []): Promise<Explained> {
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
        headers: Object.fromEntries([['Content-Type', 'application/json'], ...headers]) as Record<
          string,
          string
        >,
        ...(method !== 'GET' && { body: body as string }),
      });
      const answer = (await response.json()) as Record<string, unknown>;
      const [time, ...line] = (lines.at(-1) ?? '').split(' ');
      expect(new Date(time ?? '').toISOString()).toBe(time);
      return {
        line: line.join(' '),
        header: response.headers.get('x-snap-explanation'),
        body: answer,
      };
    },
  };
}

/** Signs as a client does, in Base64. */
export const sign = async (text: string, key = client.privateKey) =>
  (await signSha256Rsa(createPrivateKey(key), text)).toString('base64');

/** The time now, or so many milliseconds apart from it. */
export const at = (apart = 0) => formatTimestamp(Date.now() + apart, 'offset');

/** The headers of a token request. */
export async function token(
  given: { time?: string; id?: string; text?: string; key?: string } = {},
) {
  const { time = at(), id = client.clientId, text = `${id}|${time}`, key } = given;
  return { 'X-CLIENT-KEY': id, 'X-TIMESTAMP': time, 'X-SIGNATURE': await sign(text, key) };
}

export const path = '/v1.0/access-token/b2b';
export const call = '/v1.0/balance-inquiry';
export const asked = '{"accountNo":"2000100101"}';

/** A sandbox of the standard, and the access token that it gave. */
export async function sandboxWithToken(): Promise<{ snap: Explained; accessToken: string }> {
  const snap = await sandbox('snap-bi');
  const granted = await snap.send(path, await token());
  expect([granted.line, granted.header]).toEqual([`POST ${path} 200 2007300`, null]);
  return { snap, accessToken: String(granted.body['accessToken']) };
}

/** The headers of a transaction; `signed` changes the text that is signed. */
export function transaction(
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
