import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bodyHash } from '../../../../src/protocol/body-hash.js';
import {
  asked,
  at,
  call,
  clients,
  type Explained,
  path,
  sandbox,
  sandboxWithToken,
  sign,
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

describe('a transaction', () => {
  test.for<[string, string, () => Record<string, string | null>, string?]>([
    [
      'the text in lower case',
      '401 4011100: it was signed over the text in lower case (text/lower-case); sign the UTF-8 bytes',
      () => transaction(accessToken, {}, (text) => text.toLowerCase()),
    ],
    [
      'another text',
      '401 4011100: the signature does not hold, and no known mistake makes it: an HMAC-SHA512 with another secret',
      () => transaction(accessToken, {}, () => 'qwertz'),
    ],
    [
      'an unknown token',
      `401 4011101: the access token is none that this sandbox gave; ask POST ${path} for a new one`,
      () => transaction('x'.repeat(40)),
    ],
    [
      'no token',
      '401 4011103: the header Authorization is missing; send "Authorization: Bearer"',
      () => ({ ...transaction(accessToken), Authorization: null }),
    ],
    [
      'a token without Bearer',
      '401 4011101: Authorization does not hold "Bearer", a space and a token',
      () => ({ ...transaction(accessToken), Authorization: accessToken }),
    ],
    [
      "another client's partner id",
      `401 4011101: the access token was given to ${client.clientId}, and X-PARTNER-ID is that of another client`,
      () => ({ ...transaction(accessToken), 'X-PARTNER-ID': otherClient.clientId }),
    ],
    [
      'a long external id',
      '400 4001101: the header X-EXTERNAL-ID has 50 characters, and the profile takes 36 at most',
      () => ({ ...transaction(accessToken), 'X-EXTERNAL-ID': '1'.repeat(50) }),
    ],
    [
      'broken JSON',
      '400 4001100: the body is not valid JSON',
      () => transaction(accessToken, { body: '{' }),
      '{',
    ],
  ])('with %s', async ([, said, headers, body = asked]) => {
    const { line, header } = await snap.send(call, headers(), body);
    expect(line).toContain(`POST ${call} ${said}`);
    expect(header).not.toBeNull();
  });

  test('signed with the secret of another client', async () => {
    const headers = transaction(accessToken);
    const hash = bodyHash(Buffer.from(asked), 'standard');
    const text = `POST:${call}:${accessToken}:${hash}:${headers['X-TIMESTAMP']}`;
    const signature = createHmac('sha512', otherClient.clientSecret).update(text).digest('base64');
    const { line } = await snap.send(call, { ...headers, 'X-SIGNATURE': signature }, asked);
    expect(line).toContain(
      `401 4011100: it was signed with the client secret of ${otherClient.clientId} (secret/another-secret-of-set); sign with the secret of the client`,
    );
    expect(line).not.toContain(otherClient.clientSecret);
  });

  test('with an external id that was used', async () => {
    const first = transaction(accessToken, { externalId: '41' });
    expect((await snap.send(call, first, asked)).line).toBe(`POST ${call} 200 2001100`);
    const { line } = await snap.send(call, transaction(accessToken, { externalId: '41' }), asked);
    expect(line).toContain('409 4091100: X-EXTERNAL-ID was used already today (Asia/Jakarta)');
  });

  test('with an expired token', async () => {
    const bank = await sandbox('snap-bi', ['expired-at-once']);
    const { body } = await bank.send(path, await token());
    const headers = transaction(String(body['accessToken']));
    const { line } = await bank.send(call, headers, asked);
    await bank.started.sandbox.close();
    expect(line).toMatch(
      /401 4011101: the access token expired at \d{4}-\d\d-\d\dT[\d:.]+Z; ask POST \S+ for a new one$/,
    );
  });

  test('with a token that the profile takes once', async () => {
    const brick = await sandbox('brick');
    const { services } = brick.started.profile;
    const { path: own, grantType } = services['token-b2b'];
    const { path: target = '', body, headers = {} } = brick.started.target.transaction ?? {};
    const { body: granted } = await brick.send(
      own,
      await token(),
      JSON.stringify({ [grantType.member]: grantType.value }),
    );
    expect(granted).toHaveProperty('accessToken');
    const once = async (externalId: string) => {
      const text = JSON.stringify(body);
      const time = at();
      const hash = bodyHash(Buffer.from(text));
      const signature = await sign(`POST:${target}:${hash}:${time}`);
      const sent = {
        ...headers,
        Authorization: `Bearer ${granted['accessToken']}`,
        'X-TIMESTAMP': time,
        'X-SIGNATURE': signature,
        'X-EXTERNAL-ID': externalId,
      };
      return (await brick.send(target, sent, text)).line;
    };
    const [first, second] = [await once('1'), await once('2')];
    await brick.started.sandbox.close();
    expect(first).toMatch(/ 200 \d{7}$/);
    expect(second).toContain(': the access token was used already, and the profile takes it once;');
  });

  test("with a customer's token that is missing, unknown or another client's", async () => {
    // A fault of the service B2B2C alone, so that transactions are made for customers.
    const bank = await sandbox('snap-bi', ['b2b2c-lives-a-day']);
    const { body: b2b } = await bank.send(path, await token());
    const codes = `/sandbox/auth-codes?clientId=${otherClient.clientId}`;
    const { body: code } = await bank.send(codes, {});
    const { body: granted } = await bank.send(
      '/v1.0/access-token/b2b2c',
      await token({ id: otherClient.clientId, key: otherClient.privateKey }),
      JSON.stringify({ grantType: 'authorization_code', authCode: code['authCode'] }),
    );
    const said = async (customerToken: string | null) => {
      const headers = transaction(String(b2b['accessToken']));
      const own = { 'X-DEVICE-ID': '1', 'Authorization-Customer': customerToken };
      return (await bank.send(call, { ...headers, ...own }, asked)).line;
    };
    const lines = [
      await said(null),
      await said('Bearer abcdefgh'),
      await said(`Bearer ${granted['accessToken']}`),
    ];
    await bank.started.sandbox.close();
    expect(lines).toEqual([
      expect.stringContaining('401 4011104: the header Authorization-Customer is missing; send'),
      expect.stringContaining(
        "401 4011102: the customer's token in Authorization-Customer is none that this sandbox gave; ask",
      ),
      expect.stringContaining(
        `401 4011102: the customer's token in Authorization-Customer was given to ${otherClient.clientId}; send`,
      ),
    ]);
  });

  test('with the partner id of nobody, where no token says who it is', async () => {
    const bank = await sandbox('faspay');
    const { path: target = '', headers = {} } = bank.started.target.transaction ?? {};
    const sent = { ...transaction('x'), ...headers, 'X-PARTNER-ID': '999' };
    const { line } = await bank.send(target, sent, asked);
    await bank.started.sandbox.close();
    expect(line).toContain(': X-PARTNER-ID is that of no client that the sandbox knows; send');
  });
});
