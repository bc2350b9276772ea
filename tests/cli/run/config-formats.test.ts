import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { stringify } from 'yaml';
import { snap } from '../command.js';
import { sandbox, targetConfig, workspace } from '../workspace.js';

const args = ['run', '--only', 'token-b2b/response/status', '--quiet'];

test.for<[string, (data: object) => string]>([
  ['snap.config.json', (data) => JSON.stringify(data)],
  ['snap.config.yaml', (data) => stringify(data)],
  ['snap.config.mjs', (data) => `export default ${JSON.stringify(data)};`],
  ['snap.config.js', (data) => `module.exports = ${JSON.stringify(data)};`],
  [
    'snap.config.ts',
    (data) =>
      `interface Config { targets: object[] }\nexport default ${JSON.stringify(data)} satisfies Config;`,
  ],
])('%s is found in the working directory', async ([file, textOf]) => {
  const space = workspace();
  const server = await sandbox();
  space.write(file, textOf({ targets: [await targetConfig(server.url)] }));
  const { status, stdout, stderr } = await snap(args, { cwd: space.path });
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^bank: conformant in the 1 of \d+ checks chosen\n$/);
  expect(status).toBe(0);
  expect(server.requests).toBeGreaterThan(0);
});

describe('what a config refers to', () => {
  it('starts at its own folder, and takes variables from the environment', async () => {
    const space = workspace();
    const server = await sandbox();
    const target = await targetConfig(server.url);
    const client = { clientId: '${SNAP_TEST_ID}', privateKey: { file: '../keys/client.pem' } };
    space.write('keys/client.pem', target.client.privateKey as string);
    space.write('configs/bank.json', JSON.stringify({ targets: [{ ...target, client }] }));
    const { status, stdout, stderr } = await snap(
      [...args, '--config', join('configs', 'bank.json')],
      { cwd: space.path, env: { SNAP_TEST_ID: target.client.clientId } },
    );
    expect(stdout + stderr).toMatch(/^bank: conformant in the 1 of \d+ checks chosen\n$/);
    expect(status).toBe(0);
  });
});
