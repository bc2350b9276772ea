import { expect } from 'vitest';
import type { TargetConfig } from '../../../schemas/generated/config.js';
import { sandbox, targetConfig } from '../../cli/workspace.js';
import { startSandboxTarget } from '../../support/sandbox-target.js';
import { closedUrl, serve } from '../../support/server.js';
import type { Scenario } from './scenario.js';
import type { Stage } from './stage.js';

/** Writes the config of a target at a URL. */
export async function writeConfig(
  { space }: Stage,
  baseUrl: string,
  changes: Partial<TargetConfig> = {},
): Promise<void> {
  const target = await targetConfig(baseUrl, changes);
  space.write('snap.config.json', JSON.stringify({ targets: [target] }));
}

/** `doctor` finds nothing wrong any more. */
export async function expectReady(stage: Stage): Promise<void> {
  const { status, stdout } = await stage.runs(['doctor']);
  expect(status, stdout).toBe(0);
}

/** Targets that no request gets to. */
export const connection: Scenario[] = [
  {
    id: 'connection-refused',
    play: async (stage) => {
      await writeConfig(stage, await closedUrl());
      await stage.says(3, ['doctor']);
      await writeConfig(stage, (await sandbox()).url);
      await expectReady(stage);
    },
  },
  {
    id: 'untrusted-certificate',
    play: async (stage) => {
      const { sandbox: server, target } = await startSandboxTarget('bank', { tls: true });
      await writeConfig(stage, server.url);
      stage.show(/valid until [-\d]+, \d+ days/g, 'valid until 2026-03-20, 1 days');
      await stage.says(3, ['doctor']);
      stage.space.write('ca.pem', String(target.tls.ca));
      await writeConfig(stage, server.url, { tls: { ca: { file: 'ca.pem' } } });
      await expectReady(stage);
      await server.close();
    },
  },
  {
    id: 'not-snap',
    play: async (stage) => {
      const page = '<!doctype html><title>404</title>';
      const { url } = await serve((_, response) => {
        response.writeHead(404, { 'Content-Type': 'text/html' }).end(page);
      });
      await writeConfig(stage, url);
      await stage.says(3, ['doctor']);
      await writeConfig(stage, (await sandbox()).url);
      await expectReady(stage);
    },
  },
];
