import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Services } from '../../schemas/generated/profile.js';
import type { TargetResult } from '../../schemas/generated/result.js';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { run } from '../../src/engine/run/run.js';
import { snap, start } from '../cli/command.js';
import { workspace } from '../cli/workspace.js';
import { planOf, startSandboxTarget, targetAt } from '../support/sandbox-target.js';

const file = join(packageRoot, 'examples', 'made-up-provider', 'profile.yaml');

test('a provider is described in less than 60 lines', () => {
  expect(readFileSync(file, 'utf8').trimEnd().split('\n').length).toBeLessThan(60);
});

test('a sandbox started from the file conforms to it', async () => {
  const { path, result } = workspace();
  const served = start(['serve', '--profile', file, '--keys', 'sandbox'], { cwd: path });
  await served.saying('Ctrl-C stops it.');
  const config = 'sandbox/snap.config.json';
  const { status } = await snap(['run', '--config', config], { cwd: path });
  served.child.kill('SIGINT');
  await served.ended;
  expect(status).toBe(0);
  const [target] = result().targets;
  expect(target).toMatchObject({ profile: 'made-up-provider', verdict: 'conformant' });
  expect(target?.summary).toMatchObject({ failed: 0, warnings: 0, cantTell: 0 });
  expect(target?.summary.passed).toBeGreaterThan(100);
});

describe('a server of the standard differs from it in exactly those five things', () => {
  /** The findings about the standard's sandbox after these changes to the target's profile. */
  async function find(overrides?: Services): Promise<TargetResult> {
    const { sandbox } = await startSandboxTarget('standard');
    onTestFinished(() => sandbox.close());
    const target = await targetAt(sandbox.url, 'standard', file, overrides);
    const result = await run(planOf([target]));
    const [found] = result.targets;
    if (!found) throw new Error('one target is tested');
    return found;
  }

  const path = '/v1.0/access-token/b2b';

  test('the path: without it nothing else can be judged', async () => {
    const { control, summary, verdict } = await find();
    expect(control.outcome).toBe('refused');
    expect(control.causes?.[0]).toContain(
      'the path /pay/snap/v2.0/access-token/b2b of profile made-up-provider is not the target',
    );
    expect(summary).toMatchObject({ passed: 0, failed: 0 });
    expect(verdict).toBe('inconclusive');
  });

  test('the grant type: no valid request is accepted without it', async () => {
    const { control, summary, verdict } = await find({ 'token-b2b': { path } });
    expect(control.outcome).toBe('refused');
    expect(control.message).toContain('4007302 "Invalid Mandatory Field grantType"');
    expect(control.causes?.[0]).toContain('another grant type than grant_type: client_credentials');
    expect(summary).toMatchObject({ passed: 0, failed: 0 });
    expect(verdict).toBe('inconclusive');
  });

  test('then the three others: timestamps, expiresIn, two codes', async () => {
    const { checks, verdict, control } = await find({
      'token-b2b': { path, grantType: { member: 'grantType' } },
    });
    expect(control.outcome).toBe('accepted');
    expect(verdict).toBe('non-conformant');
    const failed = checks
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ id, level, message }) => [level, id, message.split(' (')[0]]);
    expect(failed).toEqual([
      [
        'SHOULD',
        'token-b2b/errors/missing-field',
        'missing-field: the code is 4007302, documented is 4007301',
      ],
      [
        'SHOULD',
        'token-b2b/errors/unknown-client',
        'unknown-client: the code is 4017300, documented is 4037301',
      ],
      ['MUST', 'token-b2b/expiry/type', 'expiresIn is "900", not of type integer'],
      ['MUST', 'token-b2b/timestamp/rejects-ruled-out-forms', 'a token was given'],
    ]);
    expect(checks.filter(({ outcome }) => outcome === 'cantTell')).toEqual([]);
  });
});
