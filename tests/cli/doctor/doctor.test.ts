import { describe, expect, it } from 'vitest';
import { loadProfile } from '../../../src/engine/profile/profile.js';
import { profileValues } from '../../../src/engine/profile/profile-values.js';
import { snap } from '../command.js';
import { targetConfig, workspace } from '../workspace.js';

const mine = `
name: mine
title: My bank
extends: doku
documents: { BLOG: { title: A blog, edition: June 2026, confidence: third-party } }
services: { token-b2b: { grantType: { member: grant_type } } }
requirements:
  token-b2b/expiry/documented-value: { level: MUST, because: it says so, source: { document: BLOG, clause: row 9 } }
  token-b2b/timestamp/rejects-stale: { level: inapplicable, because: no clock, source: { document: BLOG, clause: row 8 } }
sources: { /services/token-b2b/grantType: { document: BLOG, clause: row 7 } }
`;

interface Told {
  target?: string;
  name: string;
  documents?: object[];
  services: Record<string, { name: string; value: unknown; origin: object; standard?: unknown }[]>;
}

async function withMine() {
  const space = workspace();
  space.write('mine.yaml', mine);
  const target = await targetConfig('http://127.0.0.1:9', {
    profile: './mine.yaml',
    overrides: { transaction: { pathMode: 'no-query' } },
  });
  space.write('snap.config.json', JSON.stringify({ targets: [target, { ...target, name: 'b' }] }));
  const doctor = (...args: string[]) => snap(['doctor', ...args], { cwd: space.path });
  return { ...space, doctor };
}

describe('doctor --profiles', () => {
  it('shows each value of a profile, and where it is from', async () => {
    const { doctor } = await withMine();
    const { status, stdout } = await doctor('--profile', './mine.yaml');
    expect(status).toBe(0);
    const said = stdout.replace(/\s+/g, ' ');
    expect(stdout).toMatch(/^profile mine \(My bank\), role provider\n/);
    expect(said).toContain(
      '* grantType.member grant_type mine: A blog, row 7 (third-party) the standard: grantType',
    );
    expect(said).toContain(
      '* path /authorization/v1/access-token/b2b doku: DOKU developer documentation',
    );
    expect(said).toContain(' serviceCode 73 snap-bi: SNAP Developer Site');
    // Its own, and what the standard takes from reports of v1.0.2 and copies of the form for functional tests.
    expect(said).toContain('3 known from a third party only');
    expect(said).toContain(
      'document of mine: A blog, June 2026 (third-party) document of doku: DOKU',
    );
    expect(said).toContain('contradiction expires-in-type: The table makes');
    expect(said).toContain(
      'token-b2b/expiry/documented-value: SHOULD instead of MUST: known from a third party only (A blog, row 9)',
    );
    expect(said).toContain(
      'token-b2b/timestamp/rejects-stale is inapplicable: no clock (A blog, row 8, third-party)',
    );
    const profile = loadProfile('doku', '.');
    for (const { service, values } of profileValues(profile, profile)) {
      expect(stdout).toMatch(new RegExp(`^${service}$`, 'm'));
      for (const { name } of values) expect(stdout).toContain(` ${name} `);
    }
  });

  it("shows the values of the user's own files first", async () => {
    const { doctor } = await withMine();
    const { stdout } = await doctor('--profiles', '--target', 'bank');
    const [, first = '', second = ''] = stdout.split('\n\n');
    expect(first.split('\n').filter((line) => /^\S|^ {2}[ *] \S/.test(line))).toEqual([
      "your own files' values",
      expect.stringMatching(/^ {2}\* token-b2b grantType\.member {2}grant_type$/),
      expect.stringMatching(/^ {2}\* transaction pathMode {8}no-query$/),
    ]);
    expect(second).toMatch(/^token-b2b\n/);
    expect((await doctor('--profile', 'doku')).stdout).not.toContain('your own');
  });

  it('shows what a merchant hosts under a profile', async () => {
    const { doctor } = await withMine();
    const { status, stdout } = await doctor('--profile', 'bca', '--role', 'merchant');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^profile bca \(BCA\), role merchant\n/);
    expect(stdout).toMatch(/^  \* headers\.X-PARTNER-ID\.maxLength +8$/m);
    const alone = await doctor('--role', 'merchant');
    expect(alone.status).toBe(2);
    expect(alone.stderr).toContain('--role is given without --profile');
  });

  it('gives the same as JSON', async () => {
    const { doctor, path } = await withMine();
    const [told] = JSON.parse(
      (await doctor('--profile', './mine.yaml', '--json')).stdout,
    ) as Told[];
    expect(told?.name).toBe('mine');
    expect(told?.documents?.[0]).toEqual({
      profile: 'mine',
      title: 'A blog',
      edition: 'June 2026',
      confidence: 'third-party',
    });
    const profile = loadProfile('./mine.yaml', path);
    const values = Object.values(told?.services ?? {}).flat();
    expect(values).toHaveLength(Object.keys(profile.origins).length);
    expect(values.find(({ name }) => name === 'grantType.member')).toMatchObject({
      value: 'grant_type',
      origin: { profile: 'mine', source: 'A blog, row 7', confidence: 'third-party' },
      standard: 'grantType',
    });
  });

  it('shows the profiles of a config, with what it overrides', async () => {
    const { doctor } = await withMine();
    const all = JSON.parse((await doctor('--profiles', '--json')).stdout) as Told[];
    expect(all.map(({ target }) => target)).toEqual(['bank', 'b']);
    const { status, stdout } = await doctor('--profiles', '--target', 'b');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^b: profile mine /);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /\* pathMode no-query overrides: \S+snap\.config\.json#\/targets\/1\/overrides \(primary\) the standard: with-query/,
    );
  });

  it('shows no secret of a config', async () => {
    const { doctor, read } = await withMine();
    const { stdout } = await doctor('--profiles');
    const { targets } = JSON.parse(read('snap.config.json')) as {
      targets: { client: { clientSecret: string; privateKey: string } }[];
    };
    const { clientSecret = '', privateKey = '' } = targets[0]?.client ?? {};
    expect(clientSecret.length).toBeGreaterThan(10);
    expect(stdout).not.toContain(clientSecret);
    expect(stdout).not.toContain(privateKey.split('\n')[1]);
  });

  it.for([
    [['--profile', 'dooku'], 'Did you mean "doku"?'],
    [['--profile', 'doku', '--target', 'b'], 'not by both'],
    [['--profiles', '--target', 'c'], 'there is no target "c"'],
  ] as const)('%j ends with 2', async ([args, said]) => {
    const { doctor } = await withMine();
    const { status, stderr } = await doctor(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
  });
});
