import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { expect } from 'vitest';
import { sandbox, targetConfig } from '../../cli/workspace.js';
import { testCredentials } from '../../support/sandbox-target.js';
import { expectReady, writeConfig } from './connection.js';
import type { Scenario } from './scenario.js';

/** Keys that can't be read, and clients that the target doesn't know as they sign. */
export const keys: Scenario[] = [
  {
    id: 'key-unreadable',
    play: async (stage) => {
      const [{ privateKey }] = await testCredentials();
      stage.space.write('client.pem', privateKey.trim().replaceAll('\n', '\\n'));
      await stage.says(0, ['key', 'client.pem']);
      await stage.says(0, ['key', 'client.pem', '--out', 'private.pem']);
      expect((await stage.runs(['key', 'private.pem'])).status).toBe(0);
    },
  },
  {
    id: 'other-key',
    play: async (stage) => {
      const { url } = await sandbox();
      const target = await targetConfig(url);
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
      const registered = createPublicKey(String(target.client.privateKey));
      stage.space.write('old.pem', pem);
      stage.space.write(
        'registered.pem',
        String(registered.export({ type: 'spki', format: 'pem' })),
      );
      await writeConfig(stage, url, {
        client: { ...target.client, privateKey: { file: 'old.pem' } },
      });
      await stage.says(2, ['doctor', '--public-key', 'registered.pem']);
      await writeConfig(stage, url);
      await expectReady(stage);
    },
  },
  {
    id: 'unknown-client',
    play: async (stage) => {
      const { url } = await sandbox();
      const { client } = await targetConfig(url);
      await writeConfig(stage, url, { client: { ...client, clientId: 'my-client' } });
      await stage.says(3, ['doctor']);
      await writeConfig(stage, url);
      await expectReady(stage);
    },
  },
];
