import { verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { run } from '../../src/engine/run/run.js';
import { freezeDate } from '../support/frozen-date.js';
import { planOf, targetAt } from '../support/sandbox-target.js';
import { serveTokens } from '../support/token-server.js';
import { hmac, parts, transactionServer } from '../support/transaction-server.js';

/** As a server prints it whose date pattern has `hh` for the hour. */
const printed = (timestamp: string) =>
  timestamp.replace(/T(\d\d)/, (_, hour: string) => `T${twelve.at(Number(hour) % 12)}`);
const twelve = ['12', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11'];

/** Hours of Jakarta: before noon the control is signed alike by either clock, after it not. */
const hours = [
  { at: '2026-03-19T09:46:16+07:00', failed: 'timestamp/exact-text-is-signed' },
  { at: '2026-03-19T14:46:16+07:00', failed: 'signature/accepts-valid' },
  { at: '2026-03-19T00:46:16+07:00', failed: 'signature/accepts-valid' },
];
const says = /12-hour clock.*13 to 23 .*01 to 11,? and (?:00 is|midnight as) 12/;

test.for(hours)('a token service that verifies over hh says so at $at', async ({ at, failed }) => {
  freezeDate(at);
  const { url } = await serveTokens(({ clientId, timestamp, signature, publicKey }) =>
    verify(
      'sha256',
      Buffer.from(`${clientId}|${printed(timestamp)}`),
      publicKey,
      Buffer.from(signature, 'base64'),
    ),
  );
  const only = ['token-b2b/timestamp/*-signed', 'token-b2b/timestamp/accepts-any-offset'];
  const result = await run(
    planOf([await targetAt(url, 'hh')], {
      depth: 'standard',
      only: [...only, 'token-b2b/signature/accepts-valid'],
    }),
  );
  expectNamed(result, `token-b2b/${failed}`);
});

test.for(hours)('a transaction that is verified over hh says so at $at', async ({ at, failed }) => {
  freezeDate(at);
  const target = await transactionServer('hh', {
    sign: (called) => {
      const { method, target, token, hash, timestamp } = parts(called);
      const signed = [method, target, token, hash, printed(timestamp)].join(':');
      return hmac(called.clientSecret, signed);
    },
  });
  const only = ['transaction/timestamp/*-signed', 'transaction/timestamp/accepts-any-offset'];
  const result = await run(
    planOf([target], { depth: 'standard', only: [...only, 'transaction/signature/accepts-valid'] }),
  );
  expectNamed(result, `transaction/${failed}`);
});

function expectNamed({ targets }: Awaited<ReturnType<typeof run>>, id: string): void {
  const checks = targets[0]?.checks ?? [];
  const failed = checks.filter(({ outcome }) => outcome === 'failed');
  expect(failed.map((check) => check.id)).toEqual([id]);
  expect(failed[0]?.message).toMatch(says);
}
