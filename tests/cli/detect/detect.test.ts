import { describe, expect, it, onTestFinished } from 'vitest';
import { shippedSuites } from '../../../src/api/shipped-suites.js';
import { detectProfiles, detectRequests } from '../../../src/engine/detect/detect.js';
import { foremost, type ProfileFit } from '../../../src/engine/detect/fit.js';
import { loadProfile, shippedProfiles } from '../../../src/engine/profile/profile.js';
import { serveForwarding } from '../../support/forwarder.js';
import { startSandboxTarget, targetAt } from '../../support/sandbox-target.js';
import { serveTokens } from '../../support/token-server.js';
import { snap } from '../command.js';
import { targetConfig, workspace } from '../workspace.js';

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
    expect(fits.map((fit) => fit.profile).sort()).toEqual(offering);
    const [first, ...others] = fits;
    expect(first).toMatchObject({ profile, accepted: true, differences: [] });
    for (const { profile: other, accepted, differences, passed } of others) {
      // A profile that says less is broken less, and confirmed in no more.
      if (accepted && differences.length === 0)
        expect(passed, other).toBeLessThanOrEqual(first?.passed ?? 0);
    }
  },
);

it('says in words where the target differs', async () => {
  const { status, stdout } = await detect('doku');
  expect(status).toBe(0);
  const lines = stdout.split('\n');
  expect(lines[0]).toBe('bank');
  expect(lines[1]).toMatch(/^ {2}doku \(DOKU\): no difference in \d\d checks$/);
  expect(stdout).toContain(
    'SHOULD token-b2b/expiry/documented-value: expiresIn is 900, the document says 3600',
  );
});

it('tries the other paths of the profile, if no request is accepted at the first', async () => {
  const served = '/v1/access-token/b2b';
  const { sandbox, target } = await startSandboxTarget('bank', {
    overrides: { 'token-b2b': { path: served } },
  });
  onTestFinished(() => sandbox.close());
  const paths = ['/v1.0/access-token/b2b', '/gone/access-token/b2b', served];
  const overrides = { 'token-b2b': { path: paths as [string, ...string[]] } };
  const named = { ...target, ...(await targetAt(sandbox.url, 'bank', 'snap-bi', overrides)) };
  const fits = await detectProfiles(shippedSuites(), named, 1);
  expect(fits[0]).toMatchObject({
    ...{ profile: 'snap-bi', accepted: true, differences: [] },
    path: served,
  });
  expect(sandbox.requests).toBeLessThanOrEqual(detectRequests(named));
});

it('says at which other path a request was accepted', async () => {
  const { sandbox } = await startSandboxTarget('bank');
  onTestFinished(() => sandbox.close());
  const space = workspace();
  const overrides = { 'token-b2b': { path: ['/gone', '/v1.0/access-token/b2b'] } };
  const target = { ...(await targetConfig(sandbox.url)), overrides };
  space.write('snap.config.json', JSON.stringify({ targets: [target] }));
  const { status, stdout } = await snap(['detect', '--seed', '1'], { cwd: space.path });
  expect(status).toBe(0);
  const [name, at] = stdout.split('\n');
  expect(name).toBe(target.name);
  expect(at).toBe('  at /v1.0/access-token/b2b: no SNAP service was found at /gone');
});

const offering = shippedProfiles().filter(
  (name) => loadProfile(name, '.').services['token-b2b'].offered,
);

it.for(offering)(
  'a server of %s comes out as it, or in a named tie, at a wrong configured path too',
  async (profile) => {
    const { sandbox, target } = await startSandboxTarget(profile, { profile });
    onTestFinished(() => sandbox.close());
    const overrides = { 'token-b2b': { path: '/api/v9/oauth/token' } };
    const { profile: named } = await targetAt(sandbox.url, 'bank', 'snap-bi', overrides);
    const fits = await detectProfiles(shippedSuites(), { ...target, profile: named }, 1);
    const first = foremost(fits);
    expect(first.map((fit) => fit.profile)).toContain(profile);
    for (const { differences } of first) expect(differences).toEqual([]);
    expect(sandbox.requests).toBeLessThanOrEqual(60);
  },
);

describe('sends little', () => {
  it('if a valid request is refused: that alone counts', async () => {
    const { url } = await serveTokens(({ timestamp }) => timestamp.endsWith('Z'));
    const fits = await detectProfiles(shippedSuites(), await targetAt(url, 'bank'), 1);
    const inUtc = (name: string) =>
      loadProfile(name, '.').services['token-b2b'].timestamp.accept.some((form) =>
        form.startsWith('utc'),
      );
    const accepted = fits.filter((fit) => fit.accepted).map(({ profile }) => profile);
    expect(accepted).toContain('doku');
    expect(accepted.toSorted()).toEqual(
      fits
        .map(({ profile }) => profile)
        .filter(inUtc)
        .sort(),
    );
    for (const other of fits.filter((fit) => !fit.accepted)) {
      expect(other).toMatchObject({ accepted: false, differences: [], passed: 0 });
      expect(other.control).toBe(
        'the control was refused: HTTP 401 4017300 "Unauthorized. Signature"',
      );
    }
  });

  it('and says in advance how much', async () => {
    const space = workspace();
    const { sandbox } = await startSandboxTarget('bank');
    onTestFinished(() => sandbox.close());
    const target = await targetConfig(sandbox.url);
    space.write('snap.config.json', JSON.stringify({ targets: [target] }));
    const { status, stdout } = await snap(['detect', '--dry-run'], { cwd: space.path });
    expect(status).toBe(0);
    expect(stdout).toBe('Nothing was sent. bank would get at most 60 requests.\n');
    expect(sandbox.requests).toBe(0);
  });
});

it('ends with 3 if no valid request is accepted', async () => {
  const space = workspace();
  const target = await targetConfig('http://127.0.0.1:9', {});
  space.write('snap.config.json', JSON.stringify({ targets: [target] }));
  const { status, stdout } = await snap(['detect'], { cwd: space.path });
  expect(status).toBe(3);
  expect(stdout).toContain('nothing accepts connections at 127.0.0.1:9');
});

it("never calls the target's transaction, nor sends a key to a utility", async () => {
  const space = workspace();
  const profile = 'aspi-sandbox';
  const { sandbox, target } = await startSandboxTarget(profile, { profile, transaction: true });
  onTestFinished(() => sandbox.close());
  const { url, asked } = await serveForwarding(sandbox.url);
  const { transaction } = target;
  if (!transaction) throw new Error('the sandbox has a transaction');
  const config = await targetConfig(url, { profile, transaction, signatureUtility: true });
  space.write('snap.config.json', JSON.stringify({ targets: [config] }));
  const { status } = await snap(['detect', '--seed', '1'], { cwd: space.path });
  expect(status).toBe(0);
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.filter((line) => /balance-inquiry|utilities/.test(line))).toEqual([]);
});
