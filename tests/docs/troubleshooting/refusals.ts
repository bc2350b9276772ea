import { request as ask } from 'node:http';
import { expect } from 'vitest';
import { sandbox, targetConfig } from '../../cli/workspace.js';
import { tokenRules } from '../../support/ruled/token-rules.js';
import { startSandboxTarget, testCredentials } from '../../support/sandbox-target.js';
import { serve } from '../../support/server.js';
import { serveTokens } from '../../support/token-server.js';
import { expectReady, writeConfig } from './connection.js';
import type { Scenario } from './scenario.js';

/** Targets that refuse the valid request, and `doctor` finds out why. */
export const refusals: Scenario[] = [
  {
    id: 'other-rule',
    play: async (stage) => {
      const rule = tokenRules.find(({ id }) => id === 'text/colon-delimiter');
      if (!rule) throw new Error('there is a server with that rule');
      const { url } = await serveTokens(rule.grants);
      await writeConfig(stage, url);
      stage.show(/(?<=[0-9A-F]{8}:)2\S+(?=")/g, '2026-03-19T11:46:16+07:00');
      const said = await stage.says(1, ['doctor']);
      const [, overrides = '{}'] = /"overrides": (\{.*\})/.exec(said.replace(/\s+/g, ' ')) ?? [];
      await writeConfig(stage, url, { overrides: JSON.parse(overrides) });
      const { stdout } = await stage.runs(['doctor']);
      expect(stdout).toContain('✓ control of token-b2b');
    },
  },
  {
    id: 'dropped-header',
    play: async (stage) => {
      const { url } = await sandbox();
      const gateway = await serve((incoming, response) => {
        const { method = 'GET', url: path = '/', headers } = incoming;
        const { 'x-signature': _, ...passed } = headers;
        const outgoing = ask(`${url}${path}`, { method, headers: passed }, (answer) => {
          response.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(response);
        });
        incoming.pipe(outgoing);
      });
      await writeConfig(stage, gateway.url);
      await stage.says(3, ['doctor']);
      await writeConfig(stage, url);
      await expectReady(stage);
    },
  },
  {
    id: 'secret-line-end',
    play: async (stage) => {
      const { sandbox: server, target } = await startSandboxTarget('bank', { transaction: true });
      const { client } = await targetConfig(server.url);
      const [{ clientSecret: right }] = await testCredentials();
      const { transaction } = target;
      const write = (clientSecret: string) =>
        writeConfig(stage, server.url, {
          client: { ...client, clientSecret },
          ...(transaction && { transaction: { ...transaction } as never }),
        });
      await write(`${right}\n`);
      await stage.says(3, ['doctor']);
      await write(right);
      await expectReady(stage);
      await server.close();
    },
  },
];
