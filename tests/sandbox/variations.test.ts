import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { variations } from '../../src/sandbox/variations/index.js';
import { grantProbes } from './probes.js';
import { isGrant, withSandbox } from './token-client.js';

/** They refuse what the standard leaves open, and the probes send. */
const narrower = [
  'one-of-two-forms',
  'milliseconds-alone',
  'twenty-second-window',
  'length-required',
];

describe('a variation changes nothing in who gets a token', () => {
  test.for(variations.filter(({ name }) => !narrower.includes(name)))('$name', ({ name }) =>
    withSandbox({ variations: [name] }, async ({ send }) => {
      const answers = await Promise.all(
        grantProbes.map(async ({ request }) => {
          const answer = await send(request);
          // Put off or met by trouble, not refused: clients send it again.
          return answer?.status === 429 || answer?.status === 500 ? send(request) : answer;
        }),
      );
      const wrong = grantProbes.filter(({ granted }, index) => {
        const answer = answers[index];
        return answer === undefined || isGrant(answer) !== granted;
      });
      expect(wrong.map(({ id }) => id)).toEqual([]);
    }),
  );
});

describe('what a variation changes', () => {
  test('gzip: only for a client that accepts it', () =>
    withSandbox({ variations: ['gzip'] }, async ({ pool, send }) => {
      expect((await send()).headers['content-encoding']).toBeUndefined();
      const refused = await pool.request({
        method: 'POST',
        path: '/',
        headers: { 'accept-encoding': 'gzip' },
      });
      expect(refused.headers['content-encoding']).toBe('gzip');
      const body = gunzipSync(Buffer.from(await refused.body.arrayBuffer())).toString();
      expect(JSON.parse(body)).toMatchObject({ responseCode: '4047302' });
      const unwanted = await send({ headers: { 'Accept-Encoding': 'gzip;q=0' } });
      expect(unwanted.headers['content-encoding']).toBeUndefined();
    }));

  test('chunked-answer: no Content-Length', () =>
    withSandbox({ variations: ['chunked-answer'] }, async ({ send }) => {
      const { headers } = await send();
      expect(headers['transfer-encoding']).toBe('chunked');
      expect(headers['content-length']).toBeUndefined();
    }));

  test('bracketed-messages: the reason and the field in brackets', () =>
    withSandbox({ variations: ['bracketed-messages'] }, async ({ send }) => {
      expect((await send({ signed: 'x' })).body['responseMessage']).toBe(
        'Unauthorized [Signature]',
      );
      expect((await send({ body: '{}' })).body['responseMessage']).toBe(
        'Invalid Mandatory Field [grantType]',
      );
    }));

  test('connection-close: says so', () =>
    withSandbox({ variations: ['connection-close'] }, async ({ send }) => {
      expect((await send()).headers['connection']).toBe('close');
    }));

  test('undated: no Date header', () =>
    withSandbox({ variations: ['undated'] }, async ({ send }) => {
      expect((await send()).headers['date']).toBeUndefined();
    }));

  test('grant-types-in-small-letters: a customer is refused for the spelling alone', async () => {
    const messages = (names: string[]) =>
      withSandbox({ variations: names }, async ({ send }) => {
        const asked = (grantType: string) => ({
          path: '/v1.0/access-token/b2b2c',
          body: JSON.stringify({ grantType, refreshToken: 'never-given' }),
        });
        const answers = [await send(asked('refresh_token')), await send(asked('REFRESH_TOKEN'))];
        return answers.map(({ body }) => body['responseMessage']);
      });
    const [unknown, again] = await messages([]);
    expect(again).toBe(unknown);
    const [small, capital] = await messages(['grant-types-in-small-letters']);
    expect(small).toBe(unknown);
    expect(capital).not.toBe(unknown);
  });

  test('a variation of every answer holds where customers get tokens too', () =>
    withSandbox({ variations: ['pretty-json'] }, async ({ send }) => {
      const { text } = await send({ path: '/v1.0/access-token/b2b2c' });
      expect(text).toContain('\n');
    }));

  test('several at once, with a fault', () =>
    withSandbox(
      { variations: ['pretty-json', 'reversed-members'], faults: ['no-expiry'] },
      async ({ send }) => {
        const { text, body } = await send();
        expect(text).toContain('\n');
        expect(Object.keys(body)[0]).toBe('additionalInfo');
        expect(body).not.toHaveProperty('expiresIn');
      },
    ));
});
