import { expect, test } from 'vitest';
import { formatTimestamp } from '../../src/protocol/timestamp.js';
import { client, isGrant, type Running, signed, withSandbox } from './token-client.js';

/** The instants of the last minutes, latest first, with the signatures made at them. */
async function instants(): Promise<{ timestamp: string; signature: string }[]> {
  const texts = Array.from({ length: 180 }, (_, age) =>
    formatTimestamp(Date.now() - age * 1000, 'offset'),
  );
  return Promise.all(
    texts.map(async (timestamp) => ({
      timestamp,
      signature: await signed(`${client.clientId}|${timestamp}`),
    })),
  );
}

/** Which of two kinds of valid requests are granted. */
async function granted(
  fault: string,
  hit: (request: { timestamp: string; signature: string }) => boolean,
): Promise<[hit: boolean, other: boolean]> {
  const all = await instants();
  const send = async ({ send }: Running, which: boolean) => {
    const request = all.find((each) => hit(each) === which);
    if (!request) throw new Error('three minutes hold both kinds');
    return isGrant(await send(request));
  };
  return withSandbox({ faults: [fault] }, async (sandbox) => [
    await send(sandbox, true),
    await send(sandbox, false),
  ]);
}

test('two-plus-signs-refused: a signature without ++ is taken, one with ++ is not', async () => {
  const holds = ({ signature }: { signature: string }) => signature.includes('++');
  expect(await granted('two-plus-signs-refused', holds)).toEqual([false, true]);
});

test('second-seven-refused: each other second is taken', async () => {
  const isSeven = ({ timestamp }: { timestamp: string }) => timestamp.slice(17, 19) === '07';
  expect(await granted('second-seven-refused', isSeven)).toEqual([false, true]);
});

test('every-twentieth-refusal-fails: one in twenty, the router aside', () =>
  withSandbox({ faults: ['every-twentieth-refusal-fails'] }, async ({ send }) => {
    const statuses: number[] = [];
    for (let count = 0; count < 40; count += 1) {
      statuses.push((await send({ signed: 'x' })).status);
      expect((await send({ method: 'PUT' })).status).toBe(405);
      expect((await send()).status).toBe(200);
    }
    expect(statuses.flatMap((status, index) => (status === 500 ? [index] : []))).toEqual([19, 39]);
    expect(new Set(statuses)).toEqual(new Set([401, 500]));
  }));

test('expiry-type-changes-later: at the hundredth grant', () =>
  withSandbox({ profile: 'doku', faults: ['expiry-type-changes-later'] }, async ({ send }) => {
    const types: string[] = [];
    for (let count = 0; count < 102; count += 1)
      types.push(typeof (await send()).body['expiresIn']);
    expect(types.indexOf('number')).toBe(99);
    expect(types.lastIndexOf('string')).toBe(98);
  }));
