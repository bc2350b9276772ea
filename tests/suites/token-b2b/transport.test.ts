import { expect, onTestFinished, test } from 'vitest';
import { loadProfile } from '../../../src/engine/profile/profile.js';
import { run } from '../../../src/engine/run/run.js';
import { createSandbox } from '../../../src/sandbox/sandbox.js';
import {
  planOf,
  startSandboxTarget,
  targetAt,
  testCredentials,
} from '../../support/sandbox-target.js';

const id = 'token-b2b/http/refuses-plain-http';

async function outcomeOf(target: Awaited<ReturnType<typeof targetAt>>) {
  const result = await run(planOf([target], { only: [id] }));
  const [found] = result.targets[0]?.checks ?? [];
  return [found?.outcome, found?.message];
}

test('a token that is given over plain http to another machine is a finding', async () => {
  const profile = loadProfile('snap-bi', import.meta.dirname);
  const sandbox = await createSandbox({ profile, clients: await testCredentials() });
  onTestFinished(() => sandbox.close());
  // This machine too, by an address that doesn't say so.
  expect(await outcomeOf(await targetAt(`http://0.0.0.0:${sandbox.port}`, 'far'))).toEqual([
    'failed',
    'the token was asked for and given over plain http: anybody on the way reads it',
  ]);
  expect(await outcomeOf(await targetAt(sandbox.url, 'near'))).toEqual([
    'inapplicable',
    'plain http on loopback never leaves the machine',
  ]);
});

test('the probe in the clear holds nothing worth overhearing', async () => {
  const { sandbox, target } = await startSandboxTarget('clear', {
    faults: ['plain-http-too'],
    tls: true,
  });
  onTestFinished(() => sandbox.close());
  const result = await run(planOf([target], { only: [id] }));
  const probe = result.exchanges.find(({ purpose }) => purpose === 'probe');
  expect(probe?.request.url).toMatch(/^http:/);
  expect(probe?.response?.status).toBe(400);
  const names = probe?.request.headers.map(([name]) => name);
  expect(names).toEqual(['Content-Type', 'X-TIMESTAMP']);
  expect(JSON.stringify(probe?.request)).not.toContain(target.client.clientId);
});
