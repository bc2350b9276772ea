import { expect, it, onTestFinished } from 'vitest';
import type { ProfileFit } from '../../src/engine/detect.js';
import { shippedProfiles } from '../../src/engine/profile.js';
import { startSandboxTarget } from '../support/sandbox-target.js';
import { snap } from './command.js';
import { targetConfig, workspace } from './workspace.js';

async function detect(profile: string, ...flags: string[]) {
  const space = workspace();
  const { sandbox } = await startSandboxTarget(profile, { profile });
  onTestFinished(() => sandbox.close());
  const target = await targetConfig(sandbox.url, { profile });
  space.write('snap.config.json', JSON.stringify({ targets: [target] }));
  return snap(['detect', '--seed', '1', ...flags], { cwd: space.path });
}

it.for(['ayolinx', 'doku', 'snap-bi'])(
  'ranks %s first for a server of it, the others by their differences',
  async (profile) => {
    const { status, stdout } = await detect(profile, '--json');
    expect(status).toBe(0);
    const fits = (JSON.parse(stdout) as Record<string, ProfileFit[]>)['bank'] ?? [];
    const withTokens = shippedProfiles().filter((name) => name !== 'faspay' && name !== 'winpay');
    expect(fits.map((fit) => fit.profile).sort()).toEqual(withTokens);
    const [first, ...others] = fits;
    expect(first).toMatchObject({ profile, accepted: true, differences: [] });
    for (const { profile: other, accepted, differences, passed } of others) {
      // Who says less is broken less, and confirmed in less.
      if (accepted && differences.length === 0)
        expect(passed, other).toBeLessThan(first?.passed ?? 0);
    }
  },
);

it('says in words where the target differs', async () => {
  const { status, stdout } = await detect('doku');
  expect(status).toBe(0);
  const lines = stdout.split('\n');
  expect(lines[0]).toBe('bank');
  expect(lines[1]).toMatch(/^ {2}doku \(DOKU\): no difference$/);
  expect(stdout).toContain(
    'SHOULD token-b2b/expiry/documented-value: expiresIn is 900, the document says 3600',
  );
});

it('ends with 3 where nothing accepts the valid request', async () => {
  const space = workspace();
  const target = await targetConfig('http://127.0.0.1:9', {});
  space.write('snap.config.json', JSON.stringify({ targets: [target] }));
  const { status, stdout } = await snap(['detect'], { cwd: space.path });
  expect(status).toBe(3);
  expect(stdout).toContain('nothing accepts connections at 127.0.0.1:9');
});
