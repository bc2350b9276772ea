import { expect } from 'vitest';
import { sandbox, targetConfig } from '../../cli/workspace.js';
import { expectReady, writeConfig } from './connection.js';
import type { Scenario } from './scenario.js';

/** What a run says, and what it needs. */
export const runs: Scenario[] = [
  {
    id: 'misspelt-config',
    play: async (stage) => {
      const { url } = await sandbox();
      const { baseUrl, ...target } = await targetConfig(url);
      const write = (text: object) =>
        stage.space.write('snap.config.json', JSON.stringify({ targets: [text] }));
      write({ ...target, baseURL: baseUrl });
      await stage.says(2, ['run']);
      write({ ...target, baseUrl });
      await expectReady(stage);
    },
  },
  {
    id: 'failed-check',
    play: async (stage) => {
      const faulty = await sandbox('expiry-as-number');
      await writeConfig(stage, faulty.url);
      const id = 'token-b2b/expiry/type';
      await stage.says(1, ['run', '--quiet', '--only', 'token-b2b/expiry/*']);
      await stage.says(0, ['explain', id]);
      await writeConfig(stage, (await sandbox()).url);
      expect((await stage.runs(['run', '--quiet', '--only', id])).status).toBe(0);
    },
  },
  {
    id: 'inconclusive',
    play: async (stage) => {
      const { url } = await sandbox();
      const { client } = await targetConfig(url);
      await writeConfig(stage, url, { client: { ...client, clientId: 'my-client' } });
      await stage.says(3, ['run', '--quiet', '--depth', 'quick']);
      await writeConfig(stage, url);
      expect((await stage.runs(['run', '--quiet', '--depth', 'quick'])).status).toBe(0);
    },
  },
];
