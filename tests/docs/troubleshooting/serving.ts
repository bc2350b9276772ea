import { expect } from 'vitest';
import type { Config } from '../../../schemas/generated/config.js';
import {
  signTokenRequest,
  signTransactionRequest,
} from '../../../src/engine/signing/sign-request.js';
import { start } from '../../cli/command.js';
import { testCredentials } from '../../support/sandbox-target.js';
import type { Scenario } from './scenario.js';

interface Call {
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** A client under development, and the sandbox that says why it refuses. */
export const serving: Scenario[] = [
  {
    id: 'client-under-development',
    play: async (stage) => {
      const [{ clientId, privateKey, publicKey }] = await testCredentials();
      stage.space.write('my-public.pem', String(publicKey.export({ type: 'spki', format: 'pem' })));
      const words = ['serve', '--keys', 'sandbox', '--explain', '--client', 'ID=my-public.pem'];
      const asTyped = words.map((word) => word.replace('ID', clientId));
      const server = start(asTyped, { cwd: stage.space.path });
      const started = 'Ctrl-C stops it.';
      await server.saying(started);
      const config = JSON.parse(stage.space.read('sandbox/snap.config.json')) as Config;
      const { baseUrl, client } = config.targets[0];
      const send = async ({ path, headers, body }: Call) => {
        const answer = await fetch(baseUrl + path, {
          method: 'POST',
          headers,
          ...(body !== undefined && { body }),
        });
        return (await answer.json()) as Record<string, string>;
      };

      const ask = await signTokenRequest({ clientId, privateKey });
      const { 'X-SIGNATURE': _, ...unsigned } = ask.headers;
      await send({ ...ask, headers: unsigned });
      const stale = await signTokenRequest({
        ...{ clientId, privateKey, timestamp: '2026-03-19T11:46:16+07:00' },
      });
      await send(stale);
      const { accessToken = '' } = await send(ask);
      const call = await signTransactionRequest({
        ...{ method: 'POST', path: '/v1.0/balance-inquiry', accessToken },
        ...{ body: '{"partnerReferenceNo":"A-1"}', clientSecret: String(client.clientSecret) },
        headers: { 'X-PARTNER-ID': clientId, 'CHANNEL-ID': '95221', 'X-EXTERNAL-ID': '41' },
      });
      const bare = { ...call.headers, Authorization: accessToken };
      await send({ ...call, headers: bare });
      expect(await send(call)).toMatchObject({ responseCode: '2001100' });
      expect(await send(call)).toMatchObject({ responseCode: '4091100' });

      server.child.kill('SIGINT');
      const { stdout } = await server.ended;
      const [, lines = ''] = stdout.split(`${started}\n`);
      stage.show(/^\S+Z (?=POST)/gm, '2026-03-19T04:46:16.120Z ');
      stage.show(/\d+ days(?: \d+ h)?/g, '12 days 3 h');
      stage.show(/(?<=the clock here says )\S+/g, '2026-03-31T14:46:16+07:00');
      stage.keeps(asTyped, lines);
    },
  },
];
