import { describe, expect, test } from 'vitest';
import { faults } from '../../src/sandbox/faults/index.js';
import {
  client,
  otherClient,
  type TokenRequest,
  type TokenResponse,
  withSandbox,
} from './token-client.js';

type Look = (answer: TokenResponse) => unknown;

const granted: TokenRequest = {};
const noSignature: TokenRequest = { headers: { 'X-SIGNATURE': null } };
const badSignature: TokenRequest = { signed: 'x' };
const member =
  (name: string): Look =>
  ({ body }) =>
    body[name];
const header =
  (name: string): Look =>
  ({ headers }) =>
    headers[name];
const status: Look = (answer) => answer.status;
const code = member('responseCode');
const message = member('responseMessage');

/** What a fault changes in an answer: the fault, the request, where to look, what is seen there. */
const deviations: [fault: string, request: TokenRequest, look: Look, seen: unknown][] = [
  ['answers-created', granted, status, 201],
  ['grant-as-plain-text', granted, header('content-type'), 'text/plain'],
  ['byte-order-mark', granted, ({ bytes }) => bytes.subarray(0, 3).toString('hex'), 'efbbbf'],
  ['member-twice', granted, ({ text }) => text.match(/"tokenType":/g)?.length, 2],
  ['success-code-of-another-case', granted, code, '2007301'],
  ['empty-success-message', granted, message, ''],
  ['token-under-its-oauth-name', granted, member('accessToken'), undefined],
  ['token-too-long', granted, ({ body }) => String(body['accessToken']).length, 2049],
  [
    'token-with-its-scheme',
    granted,
    ({ body }) => String(body['accessToken']).slice(0, 7),
    'Bearer ',
  ],
  ['no-token-type', granted, member('tokenType'), undefined],
  ['token-type-of-its-own', granted, member('tokenType'), 'Token'],
  ['token-type-in-lower-case', granted, member('tokenType'), 'bearer'],
  ['additional-info-as-text', granted, member('additionalInfo'), ''],
  ['grant-without-timestamp', granted, header('x-timestamp'), undefined],
  ['grant-timestamp-with-space', granted, ({ headers }) => String(headers['x-timestamp'])[10], ' '],
  ['client-key-in-lower-case', granted, header('x-client-key'), client.clientId.toLowerCase()],
  ['grant-may-be-stored', granted, header('cache-control'), undefined],
  ['no-expiry', granted, member('expiresIn'), undefined],
  ['expiry-as-number', granted, member('expiresIn'), 900],
  ['expiry-with-fraction', granted, member('expiresIn'), '900.0'],
  ['expired-at-once', granted, member('expiresIn'), '0'],
  ['shorter-lifetime', granted, member('expiresIn'), '600'],
  ['expiry-in-milliseconds', granted, member('expiresIn'), '900000'],
  ['unsigned-jwt', granted, ({ body }) => String(body['accessToken']).endsWith('.'), true],
  ['error-code-as-number', noSignature, code, 4007302],
  ['error-members-renamed', noSignature, member('ErrorCode'), '4007302'],
  ['six-digit-codes', noSignature, code, '400730'],
  ['status-of-its-own', noSignature, status, 422],
  ['code-of-another-service', noSignature, code, '4002402'],
  ['invented-case', { headers: { 'Content-Type': 'text/plain' } }, code, '4007399'],
  ['missing-field-as-wrong-format', noSignature, code, '4007301'],
  ['wrong-format-as-bad-request', { body: '{"grantType":1}' }, code, '4007300'],
  ['bad-timestamp-as-bad-request', { timestamp: 'x' }, code, '4007300'],
  ['unknown-client-as-bad-request', { clientId: 'x' }, code, '4007300'],
  ['bad-signature-as-bad-request', badSignature, code, '4007300'],
  ['grant-type-as-bad-request', { body: '{"grantType":"x"}' }, code, '4007300'],
  ['malformed-body-as-unauthorised', { body: '{' }, code, '4017300'],
  ['method-as-operation', { method: 'PUT' }, code, '4057301'],
  ['messages-of-its-own', noSignature, message, 'Something went wrong: X-SIGNATURE'],
  ['message-without-field', noSignature, message, 'Invalid Mandatory Field'],
  [
    'message-too-long',
    noSignature,
    ({ body }) => String(body['responseMessage']).length > 150,
    true,
  ],
  ['error-as-html', noSignature, header('content-type'), 'text/html'],
  ['error-without-timestamp', noSignature, header('x-timestamp'), undefined],
  ['error-with-token', { clientId: 'x' }, ({ body }) => typeof body['accessToken'], 'string'],
  ['impossible-date-breaks-it', { timestamp: '2024-02-30T10:00:00+07:00' }, status, 500],
  ['shows-stack-trace', badSignature, ({ body }) => /\bat com\./.test(String(body['trace'])), true],
  ['refuses-with-http-200', badSignature, status, 200],
  ['no-allow-header', { method: 'PUT' }, header('allow'), undefined],
];

describe('a fault of the answer shows in the answer, and a conforming one differs', () => {
  test.for(deviations)('%s', async ([fault, request, look, seen]) => {
    expect(await withSandbox({ faults: [fault] }, ({ send }) => send(request)).then(look)).toEqual(
      seen,
    );
    expect(await withSandbox({}, ({ send }) => send(request)).then(look)).not.toEqual(seen);
  });
});

test('grant-timestamp-an-hour-off: X-TIMESTAMP and Date lie an hour apart', () =>
  withSandbox({ faults: ['grant-timestamp-an-hour-off'] }, async ({ send }) => {
    const { headers } = await send();
    const apart = Date.parse(String(headers['date'])) - Date.parse(String(headers['x-timestamp']));
    expect(Math.round(apart / 60_000)).toBe(60);
  }));

test('expiry-type-changes: both types of DOKU, in turn', () =>
  withSandbox({ profile: 'doku', faults: ['expiry-type-changes'] }, async ({ send }) => {
    const first = typeof (await send()).body['expiresIn'];
    const second = typeof (await send()).body['expiresIn'];
    expect([first, second]).toEqual(['string', 'number']);
  }));

test('jwt-outlives-expiry: the JWT lives twice as long', () =>
  withSandbox({ faults: ['jwt-outlives-expiry'] }, async ({ send }) => {
    const { body } = await send();
    const [, claims = ''] = String(body['accessToken']).split('.');
    const { iat, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<
      string,
      number
    >;
    expect(Number(exp) - Number(iat)).toBe(2 * Number(body['expiresIn']));
  }));

test('no fault but those about keys gives a token for the key of a stranger or of another client', async () => {
  const others = faults.filter(({ trips }) => !trips.some((id) => id.endsWith('-key')));
  for (const { name, profile = 'snap-bi' } of others) {
    const answer = await withSandbox({ profile, faults: [name] }, ({ send }) =>
      send({ key: otherClient.key }),
    );
    expect(answer.body['accessToken'], name).toBeUndefined();
  }
});
