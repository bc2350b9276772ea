import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../schemas/generated/result.js';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { type Packed, pack } from '../support/packed.js';
import { type Project, project } from './project.js';

let packed: Packed;

beforeAll(() => {
  packed = pack();
});

afterAll(() => packed.remove());

/** What a result says of each check, whatever the clock and the tokens were. */
function findings({ targets, requirements }: Result) {
  return {
    targets: targets.map(({ name, verdict, summary, control, checks }) => ({
      name,
      verdict,
      summary,
      control: control.outcome,
      checks: checks.map(({ id, level, outcome, message, runs }) => ({
        id,
        level,
        outcome,
        message,
        runs,
      })),
    })),
    requirements: requirements.map(({ id }) => id),
  };
}

/** The cases of a JUnit report: which, and what became of them. */
function cases(xml: string): string[] {
  return [...xml.matchAll(/<testcase ([^>]*?)(?:\/>|>\s*<(\S+))/g)].map(
    ([, attributes = '', child = 'passed']) =>
      `${attributes.replace(/ ?time="[^"]*"/, '')}: ${child}`,
  );
}

/** Requests that a piece of work sends to the sandbox. */
async function requestsOf({ sandbox }: Project, work: () => Promise<unknown>): Promise<number> {
  const before = sandbox.requests;
  await work();
  return sandbox.requests - before;
}

const chosenIds = ({ targets }: Result) => targets[0]?.checks.map(({ id }) => id);

// Each starts vitest, which starts workers: on a busy machine that takes its time.
describe('a vitest project as docs/vitest.md shows it', { timeout: 180_000 }, () => {
  it('writes the reports that the command writes, and fails as it does', async () => {
    const space = await project(packed, 'takes-epoch');
    const plain = await space.vitest();
    expect(plain.status, plain.stderr).toBe(1);
    expect(plain.stdout).toContain('rejects-epoch');
    expect(plain.stdout + plain.stderr).toContain('X-TIMESTAMP counts seconds or milliseconds');
    const args = ['--depth', 'quick', '--seed', '42', '--only', 'token-b2b/*,transaction/*'];
    const command = await space.command('run', '--out', 'by-command', ...args);
    expect(command.status, command.stderr).toBe(1);

    const [ours, its] = [space.result(), space.result('by-command')];
    expect(findings(ours)).toEqual(findings(its));
    expect(ours.targets[0]?.checks.length).toBeGreaterThan(250);
    expect(cases(space.read('snap-report/junit.xml'))).toEqual(
      cases(space.read('by-command/junit.xml')),
    );
    for (const folder of ['snap-report', 'by-command'])
      expect(space.read(`${folder}/report.html`)).toContain('token-b2b/timestamp/rejects-epoch');
  });

  it.for([
    {
      by: 'a file',
      args: ['conformance/transaction.test.ts'],
      chosen: /^transaction\//,
    },
    {
      by: 'a name',
      args: ['-t', 'timestamp/rejects-(epoch|garbage)'],
      chosen: /\/timestamp\/rejects-(?:epoch|garbage)$/,
    },
    {
      by: 'tags',
      args: ['--tags-filter', 'token-b2b and timestamp and must'],
      chosen: /^token-b2b\/timestamp\//,
    },
  ])('runs what was chosen by $by alone', async ({ args, chosen }) => {
    const space = await project(packed);
    const sent = await requestsOf(space, async () => {
      const { status, stdout } = await space.vitest(...args);
      expect(status, stdout).toBe(0);
    });
    const ids = chosenIds(space.result()) ?? [];
    expect(ids.length).toBeGreaterThan(1);
    expect(ids.filter((id) => !chosen.test(id))).toEqual([]);
    const exactly = ids.join(',');
    const byCommand = await requestsOf(space, () =>
      space.command('run', '--depth', 'quick', '--seed', '42', '--only', exactly),
    );
    expect(chosenIds(space.result())).toEqual(ids);
    expect(sent).toBe(byCommand);
  });

  it('sends nothing when nothing is chosen', async () => {
    const space = await project(packed);
    expect(await requestsOf(space, () => space.vitest('-t', 'no such check'))).toBe(0);
    expect(existsSync(join(space.path, 'snap-report'))).toBe(false);
  });

  it('fails when a target is inconclusive, though every test is skipped', async () => {
    const space = await project(packed);
    const dead = space.read('snap.config.json').replace(space.sandbox.url, 'http://127.0.0.1:9');
    space.write('snap.config.json', dead);
    const { status, stdout, stderr } = await space.vitest('-t', 'token-b2b/timestamp/');
    expect(status).toBe(1);
    expect(stdout).toMatch(/Tests .*skipped/);
    expect(stdout).not.toMatch(/Tests .*(?:passed|failed)/);
    expect(stdout + stderr).toContain('inconclusive: the control got no answer');
    expect(space.result().targets[0]?.verdict).toBe('inconclusive');
  });

  it('skips the test of a failed SHOULD with a warning, and fails it when strict', async () => {
    const space = await project(packed, 'token-type-in-lower-case');
    const only = ['-t', 'token-b2b/response/'];
    const config = space.read('vitest.config.ts').replace("'default'", "'verbose'");
    space.write('vitest.config.ts', config);
    const lenient = await space.vitest(...only);
    expect(lenient.status, lenient.stdout).toBe(0);
    expect(lenient.stdout).toContain('[warning: ');
    expect(space.result().targets[0]?.verdict).toBe('conformant');
    const file = 'conformance/token-b2b.test.ts';
    space.write(file, space.read(file).replace('tags: true', 'tags: true, strict: true'));
    const strict = await space.vitest(...only);
    expect(strict.status).toBe(1);
    expect(strict.stdout).not.toContain('[warning: ');
    expect(space.result().targets[0]?.verdict).toBe('non-conformant');
  });

  it('runs suites of its own, whose area is a tag', async () => {
    const space = await project(packed);
    const example = 'node_modules/snap-conformance/examples/custom-suite/house-rules';
    for (const ending of ['suite.ts', 'yaml'])
      space.write(`house-rules.${ending}`, space.read(`${example}.${ending}`));
    const config = JSON.parse(space.read('snap.config.json')) as object;
    space.write(
      'snap.config.json',
      JSON.stringify({ suites: ['house-rules.suite.ts'], ...config }),
    );
    const tags = "[...conformanceTags(), { name: 'house-rules' }]";
    const settings = space.read('vitest.config.ts').replace('conformanceTags(),', `${tags},`);
    space.write('vitest.config.ts', settings);
    const { status, stdout } = await space.vitest('--tags-filter', 'house-rules');
    expect(status, stdout).toBe(0);
    expect(chosenIds(space.result())).toEqual([
      'token-b2b/house-rules/accepts-trace-context',
      'token-b2b/house-rules/refuses-foreign-origin',
    ]);
  });

  it('has the right types', async () => {
    const space = await project(packed);
    const modules = join(space.path, 'node_modules', '@types');
    mkdirSync(modules);
    symlinkSync(join(packageRoot, 'node_modules', '@types', 'node'), join(modules, 'node'));
    const compilerOptions = {
      ...{ target: 'ES2022', module: 'NodeNext', moduleResolution: 'NodeNext' },
      ...{ strict: true, noEmit: true, skipLibCheck: true, types: ['node'] },
    };
    space.write('tsconfig.json', JSON.stringify({ compilerOptions }));
    const tsc = join(packageRoot, 'node_modules', 'typescript', 'bin', 'tsc');
    execFileSync(process.execPath, [tsc, '-p', space.path], { stdio: 'inherit' });
  });
});
