import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import type { CheckResult, TargetResult } from '../schemas/generated/result.js';
import { callsOf } from '../src/engine/config/calls-of.js';
import { loadConfig, targetAt } from '../src/engine/config/config.js';
import { planTarget } from '../src/engine/config/plan-target.js';
import { packageRoot } from '../src/engine/input/package-root.js';
import { createSandbox } from '../src/sandbox/sandbox.js';
import { snap, startProgram } from './cli/command.js';
import { type Workspace, workspace } from './cli/workspace.js';
import { testCredentials } from './support/sandbox-target.js';

const examples = join(packageRoot, 'examples');

/** The variables that the configs of the examples read. */
async function environment(space: Workspace, baseUrl: string) {
  const [client] = await testCredentials();
  return {
    SNAP_BASE_URL: baseUrl,
    SNAP_CLIENT_ID: client.clientId,
    SNAP_CLIENT_SECRET: client.clientSecret,
    SNAP_PRIVATE_KEY: space.write('client.pem', client.privateKey),
  };
}

/** Runs an example's config against what listens at a URL. */
async function runExample(name: string, baseUrl: string, ...flags: string[]) {
  const space = workspace();
  const env = await environment(space, baseUrl);
  const file = join(examples, name, 'snap.config.yaml');
  const args = ['run', '--config', file, '--seed', '1', ...flags];
  const ended = await snap(args, { cwd: space.path, env });
  const targets = existsSync(join(space.path, 'snap-report')) ? space.result().targets : [];
  const [target] = targets;
  if (!target) throw new Error(`the run wrote no result: ${ended.stderr}`);
  return { ...ended, target, targets };
}

/** Starts the sandbox that an example's config describes. */
async function sandboxOf(name: string): Promise<string> {
  const space = workspace();
  const env = await environment(space, 'http://127.0.0.1:9');
  const loaded = await loadConfig(join(examples, name, 'snap.config.yaml'), '.', env);
  const plan = planTarget(loaded, 0);
  const { profile } = plan;
  const [call, ...moreCalls] = callsOf(targetAt(loaded, 0)).map(({ transaction }) => ({
    ...transaction,
    path: transaction.path.split('?', 1)[0] ?? '',
    customer: 'customer' in plan,
  }));
  const sandbox = await createSandbox({
    profile,
    clients: await testCredentials(),
    call,
    moreCalls,
  });
  onTestFinished(() => sandbox.close());
  return sandbox.url;
}

/** Ids of one service's checks with an outcome. */
function idsOf({ checks }: TargetResult, service: string, outcome: CheckResult['outcome']) {
  return checks
    .filter((check) => check.id.startsWith(`${service}/`) && check.outcome === outcome)
    .map(({ id }) => id);
}

it.for(['provider', 'asymmetric', 'query', 'customer-tokens', 'oddities-signing'])(
  '%s: a sandbox of that kind conforms, and its transactions are tested',
  async (name) => {
    const { status, target } = await runExample(name, await sandboxOf(name), '--depth', 'quick');
    expect(status).toBe(0);
    expect(target.verdict).toBe('conformant');
    expect(idsOf(target, 'transaction', 'passed').length).toBeGreaterThan(1);
    expect(target.summary).toMatchObject({ failed: 0, warnings: 0, cantTell: 0 });
  },
);

test('services: each of the four conforms, and is a target of its own', async () => {
  const url = await sandboxOf('services');
  const { status, stdout, targets } = await runExample('services', url, '--depth', 'quick');
  expect(status).toBe(0);
  expect(targets.map(({ name, verdict }) => [name, verdict])).toEqual([
    ['bank', 'conformant'],
    ['bank/27', 'conformant'],
    ['bank/47', 'conformant'],
    ['bank/54', 'conformant'],
  ]);
  for (const target of targets)
    expect(idsOf(target, 'transaction', 'passed').length).toBeGreaterThan(30);
  expect(stdout).toContain('service 27, POST /v1.0/transfer-va/create-va');
});

test('customer-tokens: the tokens of a customer are tested', async () => {
  const url = await sandboxOf('customer-tokens');
  const flags = ['--depth', 'quick', '--only', 'token-b2b2c/*'];
  const { status, target } = await runExample('customer-tokens', url, ...flags);
  expect(status).toBe(0);
  expect(idsOf(target, 'token-b2b2c', 'passed').length).toBeGreaterThan(10);
});

test('signature-utility: the sandbox of the portal conforms, and its utility is tested', async () => {
  const url = await sandboxOf('signature-utility');
  const { status, target } = await runExample('signature-utility', url, '--depth', 'quick');
  expect(status).toBe(0);
  expect(idsOf(target, 'signature-utility', 'passed').length).toBeGreaterThan(10);
});

/** Starts one of the scripts of a merchant. */
async function merchant(script: string): Promise<string> {
  const space = workspace();
  const [client] = await testCredentials();
  const env = {
    CLIENT_ID: client.clientId,
    CLIENT_SECRET: client.clientSecret,
    PROVIDER_KEY: space.write(
      'provider-public.pem',
      client.publicKey.export({ type: 'spki', format: 'pem' }) as string,
    ),
  };
  const file = join(examples, 'merchant', script);
  const { saying } = startProgram(process.execPath, [file], { cwd: space.path, env });
  const said = await saying('listening at ');
  return /http:\S+/.exec(said)?.[0] ?? '';
}

describe('merchant', () => {
  it('that checks each notification conforms', { timeout: 120_000 }, async () => {
    const { status, target } = await runExample('merchant', await merchant('merchant.mjs'));
    const accused = target.checks
      .filter(({ outcome }) => outcome === 'failed' || outcome === 'cantTell')
      .map(({ id, level, message }) => `${level} ${id}: ${message}`);
    expect(accused).toEqual([]);
    expect(status).toBe(0);
    expect(target).toMatchObject({ role: 'merchant', verdict: 'conformant' });
    expect(idsOf(target, 'transaction', 'passed').length).toBeGreaterThan(1);
  });

  it('that acknowledges whatever comes is caught by each check that refuses', async () => {
    const url = await merchant('careless-merchant.mjs');
    const { status, target } = await runExample('merchant', url, '--only', 'transaction/*');
    expect(status).toBe(1);
    const failed = idsOf(target, 'transaction', 'failed');
    expect(failed).toContain('transaction/signature/refuses-stripped-whitespace');
    // Whatever must be refused is acknowledged: not one of these checks may let that pass.
    const passed = idsOf(target, 'transaction', 'passed');
    expect(passed.filter((id) => /\/(?:refuses|rejects)-/.test(id))).toEqual([]);
    expect(failed.filter((id) => id.includes('/accepts-'))).toEqual([]);
    const check = target.checks.find(({ outcome }) => outcome === 'failed');
    expect(check?.message).toContain('it was carried out');
  });
});

test('each example is in the list of them', () => {
  const folders = readdirSync(examples, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders.length).toBeGreaterThan(4);
  const list = readFileSync(join(examples, 'README.md'), 'utf8');
  for (const name of folders) expect(list).toContain(`](${name}/snap.config.yaml)`);
});
