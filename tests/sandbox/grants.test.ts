import { verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { formatTimestamp, parseTimestamp } from '../../src/protocol/timestamp.js';
import { issuingKeys } from '../../src/sandbox/tokens/issue.js';
import {
  client,
  isGrant,
  now,
  otherClient,
  type TokenRequest,
  withSandbox,
} from './token-client.js';

function claimsOf(token: string): Record<string, unknown> {
  const [, claims = ''] = token.split('.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
}

describe('a grant', () => {
  test('of snap-bi has the body and headers of the standard', () =>
    withSandbox({}, async ({ send }) => {
      const { status, headers, body } = await send();
      expect(status).toBe(200);
      expect(body).toEqual({
        responseCode: '2007300',
        responseMessage: 'Successful',
        accessToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        tokenType: 'Bearer',
        expiresIn: '900',
        additionalInfo: {},
      });
      expect(headers['content-type']).toBe('application/json');
      expect(headers['x-client-key']).toBe(client.clientId);
      expect(headers['cache-control']).toBe('no-store');
      const parsed = parseTimestamp(String(headers['x-timestamp']));
      expect(parsed).toMatchObject({ ok: true, form: 'offset', offsetMinutes: 420 });
    }));

  test('carries a JWT that the issuing key signed', () =>
    withSandbox({}, async ({ send }) => {
      const token = String((await send()).body['accessToken']);
      const [header = '', claims = '', signature = ''] = token.split('.');
      const { publicKey } = await issuingKeys();
      expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toMatchObject({
        alg: 'RS256',
      });
      expect(
        verify(
          'sha256',
          Buffer.from(`${header}.${claims}`),
          publicKey,
          Buffer.from(signature, 'base64url'),
        ),
      ).toBe(true);
      const { sub, iat, exp } = claimsOf(token);
      expect(sub).toBe(client.clientId);
      expect(Number(exp) - Number(iat)).toBe(900);
    }));

  test('never carries the same token twice', () =>
    withSandbox({}, async ({ send }) => {
      const answers = await Promise.all(Array.from({ length: 50 }, () => send()));
      expect(new Set(answers.map(({ body }) => body['accessToken'])).size).toBe(50);
      const ids = answers.map(({ body }) => claimsOf(String(body['accessToken']))['jti']);
      expect(new Set(ids).size).toBe(50);
    }));

  test('of Ayolinx carries an opaque token for an hour and no additionalInfo', () =>
    withSandbox({ profile: 'ayolinx' }, async ({ send }) => {
      const { body } = await send();
      expect(body['accessToken']).toMatch(/^[0-9a-f]{64}$/);
      expect(body['expiresIn']).toBe('3600');
      expect(body).not.toHaveProperty('additionalInfo');
    }));

  test('of DOKU stands at its own path and has additionalInfo as text', () =>
    withSandbox({ profile: 'doku' }, async ({ send }) => {
      const { status, body } = await send();
      expect(status).toBe(200);
      expect(body['additionalInfo']).toBe('');
      expect((await send({ path: '/v1.0/access-token/b2b' })).status).toBe(404);
    }));
});

describe('valid requests in other forms', () => {
  const cases: { form: string; request: () => TokenRequest }[] = [
    { form: 'UTC', request: () => ({ timestamp: formatTimestamp(Date.now(), 'utc') }) },
    {
      form: 'milliseconds',
      request: () => ({ timestamp: formatTimestamp(Date.now(), 'utc-millis') }),
    },
    {
      form: 'ten minutes late',
      request: () => ({ timestamp: formatTimestamp(Date.now() - 600_000, 'offset') }),
    },
    {
      form: 'an empty additionalInfo',
      request: () => ({ body: '{"additionalInfo":{},"grantType":"client_credentials"}' }),
    },
    {
      form: 'unknown members',
      request: () => ({ body: '{"grantType":"client_credentials","scope":[1]}' }),
    },
    {
      form: 'escapes and white space',
      request: () => ({ body: '\r\n{\t"\\u0067rantType" : "client\\u005fcredentials" }\n' }),
    },
    { form: 'a query string', request: () => ({ path: '/v1.0/access-token/b2b?x=1' }) },
    {
      form: 'the second client',
      request: () => ({ clientId: otherClient.clientId, key: otherClient.key }),
    },
  ];
  test.for(cases)('are granted: $form', ({ request }) =>
    withSandbox({}, async ({ send }) => {
      expect(isGrant(await send(request()))).toBe(true);
    }),
  );

  test('the same request is granted twice: no document at hand forbids it', () =>
    withSandbox({}, async ({ send }) => {
      const timestamp = now();
      expect(isGrant(await send({ timestamp }))).toBe(true);
      expect(isGrant(await send({ timestamp }))).toBe(true);
    }));
});
