import { expect, test } from 'vitest';
import { client, now, signed, withSandbox } from './token-client.js';

test.for([
  ['throttled', '4297300', '0'],
  ['throttles-without-a-time', '4297300', undefined],
  ['throttles-with-the-gateways-code', '4290000', '0'],
] as const)('%s: the 20th request is put off, and taken when it comes again', ([name, ...told]) =>
  withSandbox(
    name === 'throttled' ? { variations: [name] } : { faults: [name] },
    async ({ send }) => {
      const timestamp = now();
      const request = { timestamp, signature: await signed(`${client.clientId}|${timestamp}`) };
      for (let sent = 1; sent < 20; sent += 1) expect((await send(request)).status).toBe(200);
      const { status, headers, body } = await send(request);
      expect([status, body['responseCode'], headers['retry-after']]).toEqual([429, ...told]);
      for (let sent = 21; sent <= 40; sent += 1) expect((await send(request)).status).toBe(200);
    },
  ),
);
