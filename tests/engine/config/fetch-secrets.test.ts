import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { SecretSource, TargetConfig } from '../../../schemas/generated/config.js';
import { planTarget } from '../../../src/engine/config/plan-target.js';
import { fetchSecrets } from '../../../src/engine/config/secrets/fetch-secrets.js';
import { testCredentials } from '../../support/sandbox-target.js';

const [client] = await testCredentials();

/** The config of targets with these client secrets, in a folder with `program.mjs`. */
function loaded(program: string, ...secrets: SecretSource[]) {
  const folder = mkdtempSync(join(tmpdir(), 'snap-secrets-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'program.mjs'), program);
  const targets = secrets.map(
    (clientSecret, index): TargetConfig => ({
      name: `bank-${index}`,
      profile: 'snap-bi',
      baseUrl: 'http://127.0.0.1:1',
      client: { clientId: 'id', privateKey: client.privateKey, clientSecret },
    }),
  );
  return { file: 'c.json', folder, config: { targets: targets as [TargetConfig] } };
}

const program = (...args: string[]): [string, ...string[]] => [
  process.execPath,
  'program.mjs',
  ...args,
];

async function refusal(text: string, source: SecretSource): Promise<string> {
  return fetchSecrets(loaded(text, source)).then(
    () => 'no refusal',
    (error: Error) => error.message,
  );
}

test('a secret is what a command prints in the folder of the config, without the line break at its end', async () => {
  const config = loaded(
    `import { appendFileSync } from 'node:fs';
appendFileSync('ran.txt', process.argv[2] + ';'); console.log(' se cret ');`,
    { command: program('$HOME', 'a b') },
    { command: program('$HOME', 'a b') },
  );
  const fetched = await fetchSecrets(config);
  expect(fetched.config.targets.map((target) => target.client.clientSecret)).toEqual([
    ' se cret ',
    ' se cret ',
  ]);
  // No shell, and once for both.
  expect(readFileSync(join(config.folder, 'ran.txt'), 'utf8')).toBe('$HOME;');
  expect(planTarget(fetched, 1).client.clientSecret).toBe(' se cret ');
});

test('only the chosen targets are asked for secrets', async () => {
  const config = loaded(
    `import { writeFileSync } from 'node:fs'; writeFileSync('ran.txt', ''); console.log('s');`,
    'a-text',
    { command: program() },
  );
  await fetchSecrets(config, ['bank-0']);
  expect(existsSync(join(config.folder, 'ran.txt'))).toBe(false);
  // A plan is never made of what nobody asked for, unless it is only for counting.
  expect(() => planTarget(config, 1)).toThrow('nobody asked for the secret');
  expect(planTarget(config, 1, { placeholders: true }).client.clientId).toBe('id');
});

test('a command that fails is told with what it said on standard error, and never what it printed', async () => {
  const message = await refusal(
    `console.log('the-secret-itself'); console.error('denied:  the-secret-itself\\n', 'x'.repeat(1000)); process.exitCode = 3;`,
    { command: program('argument-that-is-secret-too') },
  );
  expect(message).toContain(
    `the command ${process.execPath} gave no secret: it ended with the status 3; it said: denied: [output of the command] xxx`,
  );
  expect(message).toContain('c.json#/targets/0/client/clientSecret/command');
  expect(message).not.toContain('the-secret-itself');
  expect(message).not.toContain('argument-that-is-secret-too');
  expect(message.length).toBeLessThan(1000);
});

test('nothing printed, no such program, an unset variable: one clear error each', async () => {
  expect(await refusal(`console.log('')`, { command: program() })).toContain('it printed nothing');
  expect(await refusal('', { command: ['no-such-program read'] })).toMatch(
    /there is no such program[\s\S]*No shell reads the command/,
  );
  expect(await refusal('', { env: 'SNAP_TEST_UNSET' })).toMatch(
    /SNAP_TEST_UNSET is not set[\s\S]*clientSecret\/env/,
  );
});

test('a command that hangs is stopped with all that it started', async (context) => {
  if (process.platform === 'win32') context.skip('Windows has no process groups');
  const config = loaded(
    `import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
writeFileSync('child.txt', String(child.pid));
setInterval(() => {}, 1000);`,
    { command: program(), timeoutMs: 1500 },
  );
  await expect(fetchSecrets(config)).rejects.toThrow('it did not end within 1500 ms');
  const pid = Number(readFileSync(join(config.folder, 'child.txt'), 'utf8'));
  await expect.poll(() => isRunning(pid)).toBe(false);
});

/** False for a process that has ended, though nobody has asked for its status yet. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
