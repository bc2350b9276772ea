import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  asked,
  at,
  call,
  clients,
  type Explained,
  path,
  sandbox,
  sandboxWithToken,
  token,
  transaction,
} from './explained-sandbox.js';

const { client, otherClient } = clients;

let snap: Explained;
let accessToken: string;
beforeAll(async () => {
  ({ snap, accessToken } = await sandboxWithToken());
});
afterAll(() => snap.started.sandbox.close());

describe('no explanation holds a secret', () => {
  test('whatever was sent', async () => {
    const right = await token();
    const secrets = [client.clientSecret, otherClient.clientSecret, accessToken];
    const key = client.privateKey.replace(/-----[^-]+-----|\s/g, '');
    const from = snap.lines.length;
    const headers: (string | null)[] = [];
    const send = async (...request: Parameters<Explained['send']>) =>
      headers.push((await snap.send(...request)).header);
    for (const secret of [...secrets, right['X-SIGNATURE'], key]) {
      for (const name of ['X-TIMESTAMP', 'X-CLIENT-KEY', 'X-SIGNATURE', 'Content-Type'])
        await send(path, { ...right, [name]: secret });
      await send(`/v1.0/${encodeURIComponent(secret)}`, right);
      await send(path, right, JSON.stringify({ grantType: secret }));
      await send(path, await token({ text: secret }));
      const signed = transaction(accessToken, {}, (text) => `${text}:${secret}`);
      for (const name of ['X-TIMESTAMP', 'X-EXTERNAL-ID', 'Authorization', 'X-PARTNER-ID'])
        await send(call, { ...signed, [name]: secret }, asked);
      await send(`${call}?token=${encodeURIComponent(secret)}`, signed, asked);
      await send(call, signed, JSON.stringify({ secret }));
    }
    const correct = transaction(accessToken);
    for (const name of ['X-EXTERNAL-ID', 'CHANNEL-ID', 'X-PARTNER-ID'])
      await send(call, { ...correct, [name]: null }, asked);
    const told = [...snap.lines.slice(from), ...headers].join('\n');
    expect(headers.filter((header) => header !== null).length).toBeGreaterThan(50);
    for (const secret of [...secrets, key, right['X-SIGNATURE'], correct['X-SIGNATURE']])
      for (const form of [
        secret,
        encodeURIComponent(secret),
        secret.slice(8, 28),
        secret.slice(-20, -4),
      ])
        expect(told).not.toContain(form);
  });

  test('where a portal is sent keys to sign with', async () => {
    const portal = await sandbox('aspi-sandbox');
    const { authPath, servicePath } = portal.started.profile.services['signature-utility'];
    const key = client.privateKey.replace(/-----[^-]+-----|\s/g, '');
    const sent = {
      'X-TIMESTAMP': at(),
      'X-CLIENT-KEY': client.clientId,
      'X-CLIENT-SECRET': client.clientSecret,
      AccessToken: accessToken,
    };
    const cutKey = await portal.send(authPath, { ...sent, Private_Key: key.slice(40) });
    const noMethod = await portal.send(servicePath, sent);
    const badTime = await portal.send(authPath, { ...sent, Private_Key: key, 'X-TIMESTAMP': key });
    await portal.started.sandbox.close();
    expect(cutKey.line).toContain('the header Private_Key holds no RSA private key in Base64');
    expect(noMethod.line).toContain('the header HttpMethod is missing; send it');
    expect(badTime.line).toContain('X-TIMESTAMP "');
    const told = portal.lines.join('\n');
    for (const secret of [key.slice(0, 40), key.slice(60, 90), client.clientSecret, accessToken])
      expect(told).not.toContain(secret);
  });

  test('nor anything but ASCII on one line, in a header', async () => {
    const { line, header } = await snap.send(path, {
      ...(await token()),
      'X-TIMESTAMP': 'caf\u00e9\u0085',
    });
    expect(line).toContain('X-TIMESTAMP "caf\u00e9<U+0085>"');
    expect(header).toContain('X-TIMESTAMP "caf<U+00E9><U+0085>"');
  });
});
