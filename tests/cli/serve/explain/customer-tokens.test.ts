import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at, clients, type Explained, sandbox, token } from './explained-sandbox.js';

const { client, otherClient } = clients;

let snap: Explained;
beforeAll(async () => {
  snap = await sandbox('snap-bi');
});
afterAll(() => snap.started.sandbox.close());

describe('a request for a customer', () => {
  const at74 = '/v1.0/access-token/b2b2c';
  const code = (value: string) => `{"grantType":"authorization_code","authCode":"${value}"}`;
  const given = async (query: string) =>
    String((await snap.send(`/sandbox/auth-codes?clientId=${query}`, {})).body['authCode']);

  test.for<[string, string, () => Promise<string>]>([
    [
      'an unknown code',
      '401 4017400: the authorization code is none that this sandbox gave',
      async () => code('abc'),
    ],
    [
      'an expired code',
      '401 4017400: the authorization code has expired',
      async () => code(await given(`${client.clientId}&expired=true`)),
    ],
    [
      "another client's code",
      '401 4017400: the authorization code was given to another client',
      async () => code(await given(otherClient.clientId)),
    ],
    [
      'an unknown refresh token',
      '401 4017400: the refresh token is none that this sandbox gave',
      async () => '{"grantType":"refresh_token","refreshToken":"abc"}',
    ],
    [
      'no code',
      '400 4007402: the member authCode of the body is missing',
      async () => '{"grantType":"authorization_code"}',
    ],
    [
      'another grant type',
      '400 4007401: the member grantType of the body is none that the service takes; send AUTHORIZATION_CODE or authorization_code',
      async () => '{"grantType":"x"}',
    ],
  ])('with %s', async ([, said, body]) => {
    const { line } = await snap.send(at74, await token(), await body());
    expect(line).toContain(`POST ${at74} ${said}`);
  });

  test('with a code twice, and with its parts swapped', async () => {
    const body = code(await given(client.clientId));
    expect((await snap.send(at74, await token(), body)).line).toBe(`POST ${at74} 200 2007400`);
    const { line } = await snap.send(at74, await token(), body);
    expect(line).toContain('the authorization code was used already; get a new code');
    const time = at();
    const swapped = await snap.send(
      at74,
      await token({ time, text: `${time}|${client.clientId}` }),
      body,
    );
    expect(swapped.line).toContain('401 4017400: it was signed over timestamp|clientId');
  });

  test('for a code of an unknown client', async () => {
    const { line } = await snap.send('/sandbox/auth-codes?clientId=x', {});
    expect(line).toContain('/sandbox/auth-codes 400: a code is given to a registered client alone');
  });
});
