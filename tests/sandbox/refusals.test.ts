import { describe, expect, test } from 'vitest';
import { formatTimestamp } from '../../src/protocol/timestamp.js';
import { now, type TokenRequest, withSandbox } from './token-client.js';

interface Case {
  fault: string;
  request: TokenRequest;
  status: number;
  code: string;
  message: string;
}

const without = (name: string): TokenRequest => ({ headers: { [name]: null } });
const empty = (name: string): TokenRequest => ({ headers: { [name]: '' } });

const standard: Case[] = [
  ...['X-TIMESTAMP', 'X-CLIENT-KEY', 'X-SIGNATURE', 'Content-Type'].map((name) => ({
    fault: `no ${name}`,
    request: without(name),
    status: 400,
    code: '4007302',
    message: `Invalid Mandatory Field ${name}`,
  })),
  ...['X-TIMESTAMP', 'X-CLIENT-KEY', 'X-SIGNATURE'].map((name) => ({
    fault: `empty ${name}`,
    request: empty(name),
    status: 400,
    code: '4007301',
    message: `Invalid Field Format ${name}`,
  })),
  {
    fault: 'no grantType',
    request: { body: '{}' },
    status: 400,
    code: '4007302',
    message: 'Invalid Mandatory Field grantType',
  },
  {
    fault: 'grantType of another type',
    request: { body: '{"grantType":7}' },
    status: 400,
    code: '4007301',
    message: 'Invalid Field Format grantType',
  },
  {
    fault: 'another grantType',
    request: { body: '{"grantType":"password"}' },
    status: 400,
    code: '4007301',
    message: 'Invalid Field Format grantType',
  },
  {
    fault: 'a timestamp without offset',
    request: { timestamp: now().slice(0, 19) },
    status: 400,
    code: '4007301',
    message: 'Invalid Field Format X-TIMESTAMP',
  },
  {
    fault: 'a timestamp 20 minutes old',
    request: { timestamp: formatTimestamp(Date.now() - 1_200_000, 'offset') },
    status: 400,
    code: '4007301',
    message: 'Invalid Field Format X-TIMESTAMP',
  },
  {
    fault: 'an unknown client',
    request: { clientId: 'nobody' },
    status: 401,
    code: '4017300',
    message: 'Unauthorized. Unknown Client',
  },
  {
    fault: 'a signature over something else',
    request: { signed: 'something else' },
    status: 401,
    code: '4017300',
    message: 'Unauthorized. Signature',
  },
  {
    fault: 'another media type',
    request: { headers: { 'Content-Type': 'text/plain' } },
    status: 400,
    code: '4007301',
    message: 'Invalid Field Format Content-Type',
  },
  ...['{', '', '[]', '"client_credentials"', '\uFEFF{"grantType":"client_credentials"}'].map(
    (body) => ({
      fault: `the body ${JSON.stringify(body)}`,
      request: { body },
      status: 400,
      code: '4007300',
      message: 'Bad Request',
    }),
  ),
  {
    fault: 'invalid UTF-8',
    request: { body: Buffer.from('7b2267ff223a317d', 'hex') },
    status: 400,
    code: '4007300',
    message: 'Bad Request',
  },
  {
    fault: 'a body of 1 MiB',
    request: { body: `{"grantType":"client_credentials","x":"${'x'.repeat(1_048_576)}"}` },
    status: 400,
    code: '4007300',
    message: 'Bad Request',
  },
  {
    fault: 'nesting 30,000 deep',
    request: { body: '['.repeat(30_000) },
    status: 400,
    code: '4007300',
    message: 'Bad Request',
  },
  {
    fault: 'a client id of 10 kB',
    request: { clientId: 'x'.repeat(10_240) },
    status: 401,
    code: '4017300',
    message: 'Unauthorized. Unknown Client',
  },
  {
    fault: 'GET',
    request: { method: 'GET', body: null },
    status: 405,
    code: '4057300',
    message: 'Requested Function Is Not Supported',
  },
  {
    fault: 'an unknown path',
    request: { path: '/v1.0/elsewhere' },
    status: 404,
    code: '4047302',
    message: 'Invalid Routing',
  },
];

describe('snap-bi answers each fault as the standard has it', () => {
  test.for(standard)('$fault: $code', ({ request, status, code, message }) =>
    withSandbox({}, async ({ send }) => {
      const answer = await send(request);
      expect(answer.status).toBe(status);
      expect(answer.body).toEqual({ responseCode: code, responseMessage: message });
      expect(answer.headers['content-type']).toBe('application/json');
      expect(answer.headers['x-timestamp']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/);
      expect(answer.headers['allow']).toBe(status === 405 ? 'POST' : undefined);
    }),
  );
});

describe("a provider's own answers", () => {
  test('DOKU takes a bad timestamp for an unknown client', () =>
    withSandbox({ profile: 'doku' }, async ({ send }) => {
      const { status, body } = await send({ timestamp: 'yesterday' });
      expect(status).toBe(401);
      expect(body['responseCode']).toBe('4017300');
    }));

  test('where the document is silent the standard answers', () =>
    withSandbox({ profile: 'ayolinx' }, async ({ send }) => {
      const { status, body } = await send(without('X-SIGNATURE'));
      expect(status).toBe(400);
      expect(body['responseCode']).toBe('4007302');
    }));

  test('Ayolinx grants without grantType, and refuses another one', () =>
    withSandbox({ profile: 'ayolinx' }, async ({ send }) => {
      expect((await send({ body: '{}' })).status).toBe(200);
      expect((await send({ body: '{"grantType":"password"}' })).status).toBe(400);
    }));
});
