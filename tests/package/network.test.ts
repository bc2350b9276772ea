import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { start, startProgram } from '../cli/command.js';
import { sandboxWorkspace, type Workspace } from '../cli/workspace.js';
import { closedUrl } from '../support/server.js';

const hook = pathToFileURL(join(packageRoot, 'tests', 'package', 'deny-network.mjs')).href;

/** What a command may open: one port of loopback. */
function environment(space: Workspace, url: string) {
  return {
    NODE_OPTIONS: `--import=${hook}`,
    ALLOWED_PORTS: new URL(url).port,
    DENIED_LOG: join(space.path, 'denied.txt'),
  };
}

it.each<[words: string[], status: number]>([
  [['run', '--depth', 'quick'], 0],
  [
    [
      'run',
      '--depth',
      'quick',
      '--reporter',
      'json,html,junit,sarif,ctrf,har,markdown,xlsx,form-xlsx,form-docx',
    ],
    0,
  ],
  [['run', '--dry-run'], 0],
  [['doctor'], 0],
  [['detect', '--config', 'snap.config.json'], 0],
  [['list'], 0],
  [['explain', 'token-b2b/expiry/type'], 0],
  [['sign', 'token', '--private-key', 'client.pem', '--client-id', 'x'], 0],
  [['key', 'client.pem'], 0],
  [['completion', 'bash'], 0],
])('%s opens no connection but those to the target', async (words, status) => {
  const space = await sandboxWorkspace();
  const [target] = JSON.parse(space.read('snap.config.json')).targets;
  space.write('client.pem', target.client.privateKey);
  const env = environment(space, target.baseUrl);
  const ended = await start(words, { cwd: space.path, env }).ended;
  const denied = existsSync(env.DENIED_LOG) ? space.read('denied.txt') : '';
  expect(denied).toBe('');
  expect(ended.status, ended.stderr + ended.stdout).toBe(status);
});

it('a run of a target that is elsewhere is noticed', async () => {
  const space = await sandboxWorkspace();
  const env = environment(space, await closedUrl());
  await start(['run', '--depth', 'quick'], { cwd: space.path, env }).ended;
  expect(space.read('denied.txt')).toMatch(/^connect 127\.0\.0\.1:\d+$/m);
});

it.each([
  `await fetch('URL')`,
  `(await import('node:net')).connect(PORT, '127.0.0.1')`,
  `(await import('node:dgram')).createSocket('udp4')`,
  `(await import('node:dns')).lookup('example.org', () => {})`,
  `await (await import('node:dns/promises')).lookup('example.org')`,
  `(await import('node:child_process')).spawn('true')`,
])('the denial notices %s', async (source) => {
  const space = await sandboxWorkspace();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const filled = source.replace('URL', `http://127.0.0.1:${port}`).replace('PORT', String(port));
  const env = environment(space, space.sandbox.url);
  const words = ['--input-type=module', '-e', filled];
  await startProgram(process.execPath, words, { cwd: space.path, env }).ended;
  server.close();
  expect(space.read('denied.txt')).not.toBe('');
});
