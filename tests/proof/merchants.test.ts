import { beforeAll, expect, test } from 'vitest';
import type { ProfileFile } from '../../schemas/generated/profile.js';
import type { TargetResult } from '../../schemas/generated/result.js';
import { readSpec } from '../../src/engine/input/specs.js';
import { shippedProfiles } from '../../src/engine/profile/profile.js';
import { run } from '../../src/engine/run/run.js';
import { planOf, startSandboxTarget } from '../support/sandbox-target.js';
import { idsOf } from './prove.js';

/** Profiles whose documents say what a merchant must host. */
const hosted = shippedProfiles().filter(
  (name) => readSpec<ProfileFile>('profile', `profiles/${name}`).merchant,
);
let targets: TargetResult[] = [];

beforeAll(async () => {
  const started = await Promise.all(
    hosted.map((profile) =>
      startSandboxTarget(profile, { profile, role: 'merchant', transaction: true }),
    ),
  );
  const plan = planOf(
    started.map(({ target }) => target),
    { depth: 'quick' },
  );
  ({ targets } = await run(plan));
  await Promise.all(started.map(({ sandbox }) => sandbox.close()));
});

test('the profiles that say what a merchant hosts', () => {
  expect(hosted).toEqual(['ayolinx', 'bca', 'bri', 'doku', 'espay', 'qoinhub']);
});

test.for(hosted)('a merchant that hosts what %s asks for is conformant', (name) => {
  const target = targets.find((each) => each.name === name);
  expect(target).toMatchObject({ role: 'merchant', verdict: 'conformant' });
  for (const outcome of ['failed', 'cantTell'] as const)
    expect(target && idsOf(target, outcome)).toEqual([]);
});

test.for([
  ['bca', 'passed'],
  ['bri', 'inapplicable'],
])('the length of X-PARTNER-ID, as %s tells merchants: %s', ([name, outcome]) => {
  const id = 'transaction/headers/rejects-over-long-partner-id';
  const target = targets.find((each) => each.name === name);
  expect(target?.checks.find((check) => check.id === id)?.outcome).toBe(outcome);
});
