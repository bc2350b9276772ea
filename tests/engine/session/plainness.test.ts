import { expect, test } from 'vitest';
import type { WireHeaders } from '../../../src/engine/http/wire.js';
import type { SendContext } from '../../../src/engine/session/observed.js';
import { plainnessOf } from '../../../src/engine/session/plainness.js';

const signed = { stringToSign: '', algorithm: '' };
const exchange = (
  context: Partial<SendContext<'token-b2b'>>,
  { headers = [], body = '' }: { headers?: WireHeaders; body?: string } = {},
) =>
  plainnessOf<'token-b2b'>(
    {
      sent: {
        request: {
          method: 'POST',
          path: '/token',
          headers,
          body: Buffer.from(body),
          chunked: false,
          signed,
        },
        url: 'http://127.0.0.1/token',
        startedAt: 0,
        durationMs: 0,
        attempts: 1,
      },
      context: { purpose: 'probe', ...context },
    },
    'other-client',
  );

test('what a client would send comes before what only this tool sends', () => {
  const ordered = [
    exchange({ purpose: 'control' }),
    exchange({ faultClass: 'invalid-signature' }),
    exchange({ faultClass: 'other' }),
    exchange({ faultClass: 'invalid-signature', diagnosis: true }),
    exchange({}, { headers: [['X-CLIENT-KEY', 'other-client']] }),
  ].map(({ kind }) => kind);
  expect(ordered).toEqual([...ordered].sort((a, b) => a - b));
  expect(new Set(ordered).size).toBe(ordered.length);
  expect(exchange({ purpose: 'control', repeats: true }).kind).toBe(
    exchange({ diagnosis: true }).kind,
  );
});

test('a long header makes an example as large as a long body does', () => {
  const short = exchange({}, { headers: [['X-TIMESTAMP', '2']] });
  const header = exchange({}, { headers: [['X-TIMESTAMP', '2'.repeat(200)]] });
  const body = exchange({}, { headers: [['X-TIMESTAMP', '2']], body: '2'.repeat(199) });
  expect(header.size - short.size).toBe(199);
  expect(body.size).toBe(header.size);
});
