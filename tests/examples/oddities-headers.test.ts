import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Services } from '../../schemas/generated/profile.js';
import { loadConfig } from '../../src/engine/config/config.js';
import { planTarget } from '../../src/engine/config/plan-target.js';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { loadProfile } from '../../src/engine/profile/profile.js';
import { run } from '../../src/engine/run/run.js';
import { createSandbox } from '../../src/sandbox/sandbox.js';
import { snap, start } from '../cli/command.js';
import { workspace } from '../cli/workspace.js';
import { planOf, testCredentials } from '../support/sandbox-target.js';

const folder = join(packageRoot, 'examples', 'oddities-headers');
const profile = join(folder, 'profile.yaml');

test('profile and config have less than 90 lines', () => {
  const lines = ['profile.yaml', 'snap.config.yaml'].flatMap((name) =>
    readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'),
  );
  expect(lines.length).toBeLessThan(90);
});

test('a sandbox started from the file conforms to it', async () => {
  const { path, result } = workspace();
  const served = start(['serve', '--profile', profile, '--keys', 'sandbox'], { cwd: path });
  await served.saying('Ctrl-C stops it.');
  const { status } = await snap(['run', '--config', 'sandbox/snap.config.json'], { cwd: path });
  served.child.kill('SIGINT');
  await served.ended;
  const [target] = result().targets;
  expect(target?.summary).toMatchObject({ failed: 0, warnings: 0, cantTell: 0 });
  expect(target).toMatchObject({ profile: 'oddities-headers', verdict: 'conformant' });
  expect(status).toBe(0);
  const passed = target?.checks.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id);
  expect(passed).toEqual(
    expect.arrayContaining([
      'token-b2b/headers/rejects-missing-further-header',
      'token-b2b/headers/rejects-further-header-form',
      'token-b2b/http/accepts-other-paths',
      'token-b2b/response/response-code',
      'token-b2b/errors/service-code',
      'transaction/headers/rejects-missing-further-header',
      'transaction/headers/rejects-further-header-form',
      'transaction/token/refuses-used-token',
      'transaction/errors/invalid-signature',
    ]),
  );
});

/** The example's config, held against a sandbox of the standard or of the example. */
async function runExample(sandboxed: 'snap-bi' | 'own', overrides?: Services) {
  const clients = await testCredentials();
  const [client] = clients;
  const space = workspace();
  const env = (url: string) => ({
    SNAP_BASE_URL: url,
    SNAP_CLIENT_ID: client.clientId,
    SNAP_CLIENT_SECRET: client.clientSecret,
    SNAP_PRIVATE_KEY: space.write('client.pem', client.privateKey),
  });
  const file = join(folder, 'snap.config.yaml');
  const planAt = async (url: string) => {
    const loaded = await loadConfig(file, '.', env(url));
    if (overrides)
      Object.assign(loaded.config.targets[0], { overrides: overrides as Record<string, unknown> });
    return planTarget(loaded, 0);
  };
  const { transaction, profile: own } = await planAt('http://127.0.0.1:9');
  if (!transaction) throw new Error('the example calls a service');
  const sandbox = await createSandbox({
    profile: sandboxed === 'own' ? own : loadProfile('snap-bi', '.'),
    clients,
    call: transaction,
  });
  onTestFinished(() => sandbox.close());
  const [target] = (await run(planOf([await planAt(sandbox.url)]))).targets;
  if (!target) throw new Error('one target is tested');
  return target;
}

test('its config, with headers and scheme of the client, fits its sandbox', async () => {
  const { summary, verdict } = await runExample('own');
  expect(summary).toMatchObject({ failed: 0, warnings: 0, cantTell: 0 });
  expect(verdict).toBe('conformant');
});

describe('a server of the standard differs from it in exactly these things', () => {
  const tokens = [
    ['MUST', 'token-b2b/errors/service-code'],
    ['SHOULD', 'token-b2b/headers/rejects-further-header-form'],
    ['MUST', 'token-b2b/headers/rejects-missing-further-header'],
    ['MUST', 'token-b2b/http/accepts-other-paths'],
    ['MUST', 'token-b2b/response/response-code'],
  ];
  const failedOf = ({ checks }: Awaited<ReturnType<typeof runExample>>) =>
    checks
      .filter(({ outcome }) => outcome === 'failed' || outcome === 'cantTell')
      .map(({ id, level }) => [level, id])
      .sort(([, a = ''], [, b = '']) => a.localeCompare(b));

  test('tokens: two paths, two headers, the letters of the service; transactions: codes of success', async () => {
    const target = await runExample('snap-bi');
    expect(failedOf(target)).toEqual(tokens);
    // Without the right code no transaction was carried out, and nothing else of them can be judged.
    expect(target.controls?.['transaction']).toMatchObject({ outcome: 'refused' });
    expect(target.controls?.['transaction']?.message).toContain('HTTP 200 2001100');
    expect(target.verdict).toBe('non-conformant');
  });

  test('then the others of transactions: two headers, and a token for each', async () => {
    const answers = ['missing-field', 'field-format', 'timestamp-format', 'invalid-signature'];
    const more = ['missing-token', 'invalid-token', 'conflict', 'malformed-body'];
    const target = await runExample('snap-bi', {
      transaction: {
        codeForm: 'snap',
        success: { code: 'unspecified' },
        answers: Object.fromEntries([...answers, ...more].map((name) => [name, 'unspecified'])),
      },
    });
    expect(failedOf(target)).toEqual([
      ...tokens,
      ['SHOULD', 'transaction/headers/rejects-further-header-form'],
      ['MUST', 'transaction/headers/rejects-missing-further-header'],
      ['MUST', 'transaction/token/refuses-used-token'],
    ]);
  });
});
