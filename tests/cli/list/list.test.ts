import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { RequirementsFile } from '../../../schemas/generated/requirements.js';
import { levelsOf, requirementsOf } from '../../../src/cli/list/entries.js';
import { asTable } from '../../../src/cli/list/list-text.js';
import { packageRoot } from '../../../src/engine/input/package-root.js';
import { shippedProfiles } from '../../../src/engine/profile/profile.js';
import { snap, startProgram } from '../command.js';
import { workspace } from '../workspace.js';

/** The ids, read from the files themselves. */
function idsInFiles(): string[] {
  const folder = join(packageRoot, 'specs', 'requirements');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => {
      const file = parse(readFileSync(join(folder, name), 'utf8')) as RequirementsFile;
      return file.requirements.map((requirement) => `${file.area}/${requirement.name}`);
    });
}

const ownProfile = `
name: mine
title: Mine
extends: snap-bi
documents: { MINE: { title: My document, confidence: primary } }
requirements:
  token-b2b/timestamp/rejects-epoch:
    level: inapplicable
    because: it asks for epoch seconds
    source: { document: MINE, clause: "1" }
  token-b2b/timestamp/rejects-stale:
    level: MUST
    because: it names a window
    source: { document: MINE, clause: "2" }
`;

interface Listed {
  id: string;
  level: string;
  title: string;
  sources: string[];
  profiles: Record<string, string>;
}

async function list(...args: string[]): Promise<string> {
  const { status, stdout } = await snap(['list', ...args], { cwd: workspace().path });
  expect(status).toBe(0);
  return stdout;
}

describe('list', () => {
  it('has a line for each requirement', async () => {
    const lines = (await list()).trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0]).sort()).toEqual(idsInFiles().sort());
    expect(lines).toContainEqual(
      expect.stringMatching(/^token-b2b\/timestamp\/rejects-epoch +MUST +Epoch seconds and/),
    );
  });

  it('takes --only and --skip', async () => {
    const stdout = await list(
      '--only',
      '*b/*/rejects-epoch,*/rejects-garbage',
      '--skip',
      '*garbage',
    );
    expect(stdout.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'token-b2b/timestamp/rejects-epoch',
      '',
    ]);
  });

  it('gives the same as JSON, with sources and the level under each profile', async () => {
    const listed = JSON.parse(await list('--json')) as Listed[];
    expect(listed.map(({ id }) => id).sort()).toEqual(idsInFiles().sort());
    for (const { sources, title } of listed) {
      expect(sources.length).toBeGreaterThan(0);
      expect(title).not.toBe('');
    }
    expect(listed.every(({ level, profiles }) => level === profiles['snap-bi'])).toBe(true);
    expect(Object.keys(listed[0]?.profiles ?? {})).toEqual(shippedProfiles());
  });

  it('has the levels of the profile that is asked for', async () => {
    const space = workspace();
    const profile = space.write('mine.yaml', ownProfile);
    const args = ['list', '--profile', './mine.yaml', '--only', '*/timestamp/*'];
    const { stdout } = await snap(args, { cwd: space.path });
    expect(stdout).toMatch(/^token-b2b\/timestamp\/rejects-epoch +inapplicable /m);
    expect(stdout).toMatch(/^token-b2b\/timestamp\/rejects-stale +MUST /m);
    expect(stdout).toMatch(/^token-b2b\/timestamp\/rejects-future +SHOULD /m);
    const [epoch] = requirementsOf(['token-b2b/timestamp/rejects-epoch']);
    expect(epoch && levelsOf(epoch, ['snap-bi', profile])).toEqual([
      { profile: 'snap-bi', level: 'MUST' },
      { profile, level: 'inapplicable', because: 'it asks for epoch seconds' },
    ]);
  });

  it('lowers what only a third party says, and explain says why', async () => {
    const space = workspace();
    space.write(
      'blog.yaml',
      `
name: mine
title: Mine
extends: snap-bi
documents: { BLOG: { title: A blog, confidence: third-party } }
services: { token-b2b: { success: { expiresIn: { types: [integer] } } } }
sources: { /services/token-b2b/success/expiresIn: { document: BLOG, clause: row 7 } }
`,
    );
    const reason = 'SHOULD instead of MUST: known from a third party only (A blog, row 7)';
    const run = async (...args: string[]) =>
      (await snap([...args, '--profile', './blog.yaml'], { cwd: space.path })).stdout;
    const [listed] = JSON.parse(await run('list', '--json', '--only', '*/expiry/type'));
    expect(listed).toMatchObject({ level: 'SHOULD', because: reason });
    expect(listed.profiles).toMatchObject({ 'snap-bi': 'MUST' });
    const said = (await run('explain', 'expiry/type')).split(/\s+/).join(' ');
    expect(said).toContain(`./blog.yaml SHOULD: ${reason}`);
  });

  it('puts titles below if a line would be too long', () => {
    const id = 'token-b2b/timestamp/rejects-epoch';
    expect(asTable([id], { profile: 'snap-bi', columns: 200 }).split('\n')).toHaveLength(1);
    expect(asTable([id], { profile: 'snap-bi', columns: 60 }).split('\n')).toEqual([
      `MUST  ${id}`,
      '      Epoch seconds and milliseconds are refused',
    ]);
  });

  it('ends quietly when its reader does', async () => {
    const { status, stderr } = await startProgram(
      'sh',
      [
        '-c',
        `"$0" "$1" list --json | head -n 1`,
        process.execPath,
        join(packageRoot, 'dist/command/main.js'),
      ],
      { cwd: workspace().path },
    ).ended;
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('explain', () => {
  const id = 'token-b2b/timestamp/rejects-epoch';

  async function explain(asked: string): Promise<string> {
    const { status, stdout } = await snap(['explain', asked], { cwd: workspace().path });
    expect(status).toBe(0);
    return stdout;
  }

  it('says all about a requirement', async () => {
    const stdout = await explain(id);
    const file = readFileSync(
      join(packageRoot, 'specs/requirements/token-b2b/timestamp.yaml'),
      'utf8',
    );
    const { requirements } = parse(file) as RequirementsFile;
    const requirement = requirements.find(({ name }) => name === 'rejects-epoch');
    const words = (text: string | undefined) => (text ?? '?').trim().split(/\s+/).join(' ');
    const said = words(stdout);
    expect(stdout.split('\n')[0]).toBe(id);
    expect(said).toContain(words(requirement?.title));
    expect(said).toContain(words(requirement?.statement));
    expect(said).toContain(words(requirement?.rationale));
    expect(said).toContain(words(requirement?.remedy));
    for (const { at, word } of requirement?.sources ?? [])
      expect(said).toContain(words(`${at} (${word})`));
    for (const level of ['snap-bi MUST', 'doku MUST', 'ayolinx MUST'])
      expect(said).toContain(level);
    expect(said).toContain('snap-conformance serve --fault takes-epoch');
    expect(said).toContain(`snap-conformance run --only ${id}`);
  });

  it('knows a requirement by its last part', async () => {
    const whole = await explain('token-b2b/security/tokens-unpredictable');
    expect(await explain('tokens-unpredictable')).toBe(whole);
  });

  it('names the profile under which a fault shows', async () => {
    expect(await explain('token-b2b/expiry/same-type-always')).toContain('serve --profile doku');
  });

  it.for(['token-b2b/timestamp', 'timestamp', '*epoch*'])(
    'lists what matches %s',
    async (asked) => {
      const lines = (await explain(asked)).trimEnd().split('\n');
      expect(lines.some((line) => line.startsWith(`${id} `) || line === id)).toBe(true);
      expect(lines.length).toBeGreaterThan(asked === '*epoch*' ? 1 : 10);
    },
  );
});
