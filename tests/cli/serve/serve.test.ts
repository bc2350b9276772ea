import { existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import type { Config } from '../../../schemas/generated/config.js';
import { faults } from '../../../src/sandbox/faults/index.js';
import { serve } from '../../support/server.js';
import { snap, start } from '../command.js';
import { failedChecks, workspace } from '../workspace.js';

const epoch = 'token-b2b/timestamp/rejects-epoch';
const said = 'Ctrl-C stops it.';

function configOf(space: ReturnType<typeof workspace>, folder: string): Config {
  return JSON.parse(space.read(`${folder}/snap.config.json`)) as Config;
}

it('prints what a client needs, and its config works with run', async () => {
  const space = workspace();
  const args = ['serve', '--profile', 'doku', '--fault', 'takes-epoch', '--keys', 'keys'];
  const server = start([...args, '--variation', 'gzip'], { cwd: space.path });
  const stdout = await server.saying(said);

  const { targets } = configOf(space, 'keys');
  const [target] = targets;
  const { client, otherClient, baseUrl } = target;
  const secrets = [client.clientSecret, otherClient?.clientSecret].map(String);
  expect(secrets.every((secret) => secret.length > 20)).toBe(true);
  for (const secret of secrets) expect(stdout).not.toContain(secret);
  for (const words of [
    `${baseUrl}/authorization/v1/access-token/b2b`,
    client.clientId,
    otherClient?.clientId ?? '?',
    join(space.path, 'keys', 'client.pem'),
    join(space.path, 'keys', 'other.pem'),
    `takes-epoch: ${faults.find(({ name }) => name === 'takes-epoch')?.title}`,
    'gzip',
  ]) {
    expect(stdout).toContain(words);
  }
  for (const file of ['client.pem', 'other.pem', 'snap.config.json']) {
    expect(statSync(join(space.path, 'keys', file)).mode & 0o777).toBe(0o600);
  }

  const command = /^ {2}snap-conformance (run .*)$/m.exec(stdout)?.[1]?.split(' ') ?? [];
  const run = await snap([...command, '--depth', 'quick', '--only', '*/timestamp/*'], {
    cwd: space.path,
  });
  expect(run.status).toBe(1);
  expect(failedChecks(space.result()).map(({ id }) => id)).toEqual([epoch]);
  expect(space.result().targets[0]?.profile).toBe('doku');

  server.child.kill('SIGINT');
  const ended = await server.ended;
  expect(ended.status).toBe(0);
  expect(ended.stdout).toContain(
    `Stopped after ${space.result().targets[0]?.stats.requests} requests.`,
  );
});

it('uses the keys of its folder again, with their ids, and the profile at a path', async () => {
  const space = workspace();
  space.write(
    'profiles/mine.yaml',
    'name: mine\ntitle: Mine\nextends: snap-bi\nservices: { token-b2b: { path: /mine } }\n',
  );
  const args = ['serve', '--keys', 'keys', '--profile', 'profiles/mine.yaml'];
  const first = start(args, { cwd: space.path });
  await first.saying(said);
  const before = configOf(space, 'keys').targets[0];
  const key = space.read('keys/client.pem');
  first.child.kill('SIGTERM');
  expect((await first.ended).status).toBe(0);

  const second = start(args, { cwd: space.path });
  const stdout = await second.saying(said);
  const after = configOf(space, 'keys').targets[0];
  expect(after.client).toEqual(before.client);
  expect(after.otherClient).toEqual(before.otherClient);
  expect(space.read('keys/client.pem')).toBe(key);
  expect(stdout).toContain(`${after.baseUrl}/mine`);

  // The profile's path was not given relative to the config's folder.
  const run = await snap(
    ['run', '--config', 'keys/snap.config.json', '--only', epoch, '--depth', 'quick', '--quiet'],
    { cwd: space.path },
  );
  expect(run.stdout).toMatch(/^sandbox: conformant in the \d+ of \d+ checks chosen\n$/);
});

it('never touches a config that it did not write', async () => {
  const space = workspace();
  const client = { clientId: 'a', privateKey: { file: 'my.pem' } };
  const config = JSON.stringify({
    targets: [{ name: 'bank', profile: 'snap-bi', baseUrl: 'https://bank.example', client }],
  });
  space.write('snap.config.json', config);
  const { status, stderr } = await snap(['serve', '--keys', '.'], { cwd: space.path });
  expect(status).toBe(2);
  expect(stderr).toContain('not written by `serve`');
  expect(space.read('snap.config.json')).toBe(config);
});

it('says so if a port is in use, and if a key file holds no key', async () => {
  const space = workspace();
  const { port } = await serve((_, response) => response.end());
  const taken = await snap(['serve', '--port', String(port)], { cwd: space.path });
  expect(taken.status).toBe(2);
  expect(taken.stderr).toContain(`port ${port} is in use`);

  writeFileSync(space.write('keys/client.pem', ''), 'no key');
  const broken = await snap(['serve', '--keys', 'keys'], { cwd: space.path });
  expect(broken.status).toBe(2);
  expect(broken.stderr).toContain(join('keys', 'client.pem'));
});

it.for(faults.filter(({ tls }) => tls !== undefined).map(({ name }) => name))(
  'refuses the fault %s, which would do nothing over plain HTTP',
  async (name) => {
    const args = ['serve', '--fault', name, '--fault', 'takes-epoch'];
    const { status, stdout, stderr } = await snap(args, { cwd: workspace().path });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      `the fault ${name} needs HTTPS, which a started sandbox does not speak; docs/proof.md shows it\n`,
    );
  },
);

it('makes the folder for its keys, and those above it', async () => {
  const space = workspace();
  const server = start(['serve', '--keys', 'a/b/keys'], { cwd: space.path });
  await server.saying(said);
  expect(statSync(join(space.path, 'a/b/keys')).mode & 0o777).toBe(0o700);
});

it.for([
  ['a file', 'keys', 'that is a file, not a folder'],
  ['a folder in a file', 'keys/below', 'that is a file, not a folder'],
  ...(existsSync('/proc/self')
    ? [
        ['a folder in one that takes none', '/proc/x/y', 'ENOENT'],
        ['a folder that takes no file', '/proc', 'ENOENT'],
      ]
    : []),
] as [string, string, string][])('says that it cannot write to %s', async ([, folder, reason]) => {
  const space = workspace();
  space.write('keys', '');
  const { status, stderr } = await snap(['serve', '--keys', folder], { cwd: space.path });
  expect(status).toBe(2);
  expect(stderr.split('\n')).toEqual([
    `can't write there: ${reason}`,
    `  at ${folder}`,
    '  Name another folder with --keys DIR.',
    '',
  ]);
});

it('uses a temporary folder for its keys, and removes it at the end', async () => {
  const space = workspace();
  const server = start(['serve'], { cwd: space.path });
  const stdout = await server.saying(said);
  const config = /^ {2}config +(.*)$/m.exec(stdout)?.[1] ?? '';
  expect(statSync(dirname(config)).mode & 0o777).toBe(0o700);
  server.child.kill('SIGINT');
  expect((await server.ended).status).toBe(0);
  expect(() => statSync(dirname(config))).toThrow('ENOENT');
});

it('lists each fault with its title and what it trips', async () => {
  const { status, stdout } = await snap(['serve', '--list-faults'], { cwd: workspace().path });
  expect(status).toBe(0);
  for (const { name, title, trips } of faults) {
    expect(stdout).toContain(`${name}\n  ${title}\n  trips ${trips.join(', ')}`);
  }
});

it('serves a fault that needs more than the document says', async () => {
  const fault = faults.find(({ overrides, slow }) => overrides !== undefined && !slow);
  if (!fault) throw new Error('some fault has overrides');
  const space = workspace();
  const server = start(['serve', '--fault', fault.name, '--keys', '.'], { cwd: space.path });
  await server.saying(said);
  const args = ['run', '--depth', 'quick', '--only', fault.trips.join(',')];
  const { status } = await snap(args, { cwd: space.path });
  expect(failedChecks(space.result()).map(({ id }) => id)).toEqual(fault.trips);
  expect(status).toBe(space.result().targets[0]?.summary.failed === 0 ? 0 : 1);
});

const transactions = ['run', '--config', 'keys/snap.config.json', '--only', 'transaction/*'];

it.for([
  ['provider', 'transaction', 'snap-bi', '/v1.0/balance-inquiry', undefined],
  // What a merchant hosts for BCA: partner ids of at most 8 characters.
  ['merchant', 'notification', 'bca', '/v1.0/transfer-va/payment', 8],
] as const)('plays a %s, and its config has a %s', async ([role, word, profile, path, length]) => {
  const space = workspace();
  const args = ['serve', '--profile', profile, '--role', role, '--keys', 'keys'];
  const server = start(args, { cwd: space.path });
  const stdout = await server.saying(said);
  const [target] = configOf(space, 'keys').targets;
  expect(target).toMatchObject({ role, transaction: { method: 'POST', path } });
  const partner = target.client.clientId.slice(-(length ?? 100));
  expect(target.transaction?.headers).toMatchObject({ 'X-PARTNER-ID': partner });
  expect(stdout).toMatch(new RegExp(`^  ${word} +POST ${target.baseUrl}${path} `, 'm'));
  const { status } = await snap([...transactions, '--depth', 'quick'], { cwd: space.path });
  expect(status).toBe(0);
  const [result] = space.result().targets;
  expect(result?.role).toBe(role);
  expect(result?.summary.passed).toBeGreaterThan(2);
});

const called = faults.find((fault) => fault.service === 'transaction' && fault.call);

it.skipIf(!called)('calls the transaction in the way that a fault needs to show', async () => {
  const { name = '', trips = [] } = called ?? {};
  const space = workspace();
  const server = start(['serve', '--fault', name, '--keys', 'keys'], { cwd: space.path });
  await server.saying(said);
  expect(configOf(space, 'keys').targets[0].transaction).toMatchObject(
    called?.service === 'transaction' ? (called.call ?? {}) : {},
  );
  await snap(transactions, { cwd: space.path });
  expect(failedChecks(space.result()).map(({ id }) => id)).toEqual([...trips]);
});

it('says where the signature utility of a portal is, and lets it be tested', async () => {
  const space = workspace();
  const args = ['serve', '--profile', 'aspi-sandbox', '--keys', 'keys'];
  const server = start(args, { cwd: space.path });
  const stdout = await server.saying(said);
  const [target] = configOf(space, 'keys').targets;
  expect(target.signatureUtility).toBe(true);
  expect(stdout).toContain(`POST ${target.baseUrl}/api/v1.0/utilities/signature-auth`);
});
