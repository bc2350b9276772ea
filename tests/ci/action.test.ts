import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { ciMachine } from '../cli/ci-job.js';
import { sandboxWorkspace } from '../cli/workspace.js';

const read = (file: string) => readFileSync(join(packageRoot, file), 'utf8');

const machine = ciMachine();

/** Runs a script of a CI system against a sandbox with these faults, as its shell would. */
async function runScript(
  shell: readonly string[],
  script: string,
  env: (tarball: string) => Record<string, string>,
  ...faults: string[]
) {
  const space = await sandboxWorkspace(...faults);
  const variables = { ...env(machine.deliver(space)), GITHUB_OUTPUT: space.write('output', '') };
  return { ...space, ...(await machine.run(space, shell, script, variables)) };
}

const bash = ['bash', '--noprofile', '--norc', '-e', '-o', 'pipefail'];

describe('action.yml', () => {
  interface Step {
    id?: string;
    uses?: string;
    run?: string;
    shell?: string;
    env?: Record<string, string>;
  }
  interface Action {
    name: string;
    description: string;
    inputs: Record<string, { description: string; default?: string; required?: boolean }>;
    outputs: Record<string, { description: string; value: string }>;
    runs: { using: string; steps: Step[] };
  }
  const text = read('action.yml');
  const action = parse(text) as Action;
  const steps = action.runs.steps.filter(({ run }) => run !== undefined);
  const script = steps.map(({ run }) => run).join('\n');

  /** The environment of the steps, with inputs in their place. */
  const withInputs = (given: Record<string, string>) => (tarball: string) =>
    Object.fromEntries(
      steps
        .flatMap(({ env = {} }) => Object.entries(env))
        .map(([name, value]) => [
          name,
          value.replace(
            /\$\{\{ inputs\.([\w-]+) \}\}/g,
            (_, input: string) =>
              ({ package: tarball, ...given })[input] ?? action.inputs[input]?.default ?? '',
          ),
        ]),
    );

  test('has what GitHub asks of a composite action', () => {
    expect(action.runs.using).toBe('composite');
    for (const { run, shell, uses } of action.runs.steps) {
      expect(run === undefined).toBe(uses !== undefined);
      // A step of a composite action has to name its shell.
      expect(shell === undefined).toBe(run === undefined);
      if (uses) expect(uses).toMatch(/^[\w-]+\/[\w-]+@v\d+$/);
    }
    for (const { description } of Object.values(action.inputs)) expect(description).toMatch(/\S/);
    for (const { value } of Object.values(action.outputs)) expect(value).toContain('steps.run.');
  });

  test('names no input that it has not, and uses each that it has', () => {
    const named = [...text.matchAll(/\binputs\.([\w-]+)/g)].map(([, name]) => name);
    expect([...new Set(named)].sort()).toEqual(Object.keys(action.inputs).sort());
    const open = Object.entries(action.inputs).filter(([, input]) => input.default === undefined);
    expect(open).toEqual([['package', expect.objectContaining({ required: true })]]);
  });

  test('puts nothing of a workflow into its script, which would run it', () => {
    expect(script).not.toContain('${{');
  });

  it('tests the target, and gives its status', async () => {
    const env = withInputs({ config: 'snap.config.json', target: 'bank', out: 'my report' });
    const space = await runScript(bash, script, env);
    expect(space.status, space.stderr).toBe(0);
    expect(space.read('output')).toBe('status=0\n');
    expect(space.result('my report').targets[0]?.verdict).toBe('conformant');
  });

  it('fails with the status of the run', async () => {
    const space = await runScript(bash, script, withInputs({}), 'takes-epoch');
    expect(space.status).toBe(1);
    expect(space.read('output')).toBe('status=1\n');
    const variables = withInputs({ target: 'x' })(machine.deliver(space));
    const unknown = await machine.run(space, bash, script, {
      ...variables,
      GITHUB_OUTPUT: 'output',
    });
    expect(unknown.status).toBe(2);
  });

  it('installs nothing where no tarball is named', async () => {
    const space = await runScript(bash, script, withInputs({ package: '' }));
    expect(space.status).not.toBe(0);
    expect(space.stderr).toContain('INPUT_PACKAGE: has to name a tarball');
    expect(existsSync(join(space.path, 'node_modules'))).toBe(false);
  });
});

describe('ci/gitlab.yml', () => {
  interface Job {
    variables: Record<string, string>;
    script: string[];
    artifacts: { paths: string[]; reports: { junit: string } };
  }
  const job = (parse(read('ci/gitlab.yml')) as Record<string, Job>)['.snap-conformance'];
  const script = (job?.script ?? []).join('\n');

  it('judges shards together, and fails if one found a failure or is missing', async () => {
    const jobs = parse(read('ci/gitlab.yml')) as Record<string, Job>;
    const [shards, gate] = ['shards', 'gate'].map(
      (name) => jobs[`.snap-conformance-${name}`]?.script.at(-1) ?? '',
    );
    const [install = ''] = jobs['.snap-conformance-gate']?.script ?? [];
    const each = [1, 2].map((index) => `(CI_NODE_INDEX=${index}; ${shards}) || true`);
    const all = [install, ...each, `(${gate}) || echo "status $?" >> "$GITHUB_OUTPUT"`];
    const env = (SNAP_PACKAGE: string) => ({ SNAP_PACKAGE, SNAP_OPTIONS: '', CI_NODE_TOTAL: '2' });
    const space = await runScript(['sh', '-e'], all.join('\n'), env, 'takes-epoch');
    expect(space.read('output'), space.stderr).toBe('status 1\n');
    expect(space.result().targets[0]?.basis?.shards).toMatchObject({ held: [1, 2] });
    rmSync(join(space.path, 'snap-shards/1'), { recursive: true });
    const one = await machine.run(space, ['sh', '-e'], gate ?? '');
    expect([1, 3]).toContain(one.status);
    expect(space.result().targets[0]?.basis?.shards).toMatchObject({ held: [2], merged: true });
  });

  it('explores at night: what it finds fails the job, and is kept in the baseline', async () => {
    const jobs = parse(read('ci/gitlab.yml')) as Record<string, Job>;
    const { script: lines = [], artifacts } = jobs['.snap-conformance-explore'] ?? {};
    const env = (SNAP_PACKAGE: string) => ({ SNAP_PACKAGE, SNAP_OPTIONS: '' });
    const space = await runScript(['sh', '-e'], lines.join('\n'), env, 'takes-epoch');
    expect(space.status).toBe(1);
    expect(space.result().run.seedFrom).toBe('random');
    expect(space.read('snap-baseline.yaml')).toContain('input:');
    for (const path of artifacts?.paths ?? [])
      expect(existsSync(join(space.path, path)), path).toBe(true);
  });

  it('installs nothing where no tarball is named', async () => {
    const space = await runScript(['sh', '-e'], script, () => ({ ...job?.variables }));
    expect(space.status).not.toBe(0);
    expect(space.stderr).toContain('SNAP_PACKAGE: has to name a tarball');
    expect(existsSync(join(space.path, 'node_modules'))).toBe(false);
  });

  it('tests the target with its options, and writes what it keeps', async () => {
    const SNAP_OPTIONS = '--config snap.config.json --target bank';
    const env = (SNAP_PACKAGE: string) => ({ ...job?.variables, SNAP_OPTIONS, SNAP_PACKAGE });
    const space = await runScript(['sh', '-e'], script, env, 'takes-epoch');
    expect(space.status).toBe(1);
    expect(space.result().targets[0]?.verdict).toBe('non-conformant');
    const { paths = [], reports } = job?.artifacts ?? {};
    for (const path of [...paths, reports?.junit ?? '?'])
      expect(existsSync(join(space.path, path)), path).toBe(true);
  });
});

describe('ci/github.yml', () => {
  interface Step {
    run?: string;
  }
  const { jobs } = parse(read('ci/github.yml')) as { jobs: Record<string, { steps: Step[] }> };
  const runs = (job: string) => (jobs[job]?.steps ?? []).flatMap(({ run }) => run ?? []);

  it('puts shards together, as its gate', async () => {
    const [install, shard] = runs('shard');
    const [, gate] = runs('gate');
    const each = [1, 2, 3].map((index) => `(SNAP_SHARD=${index}; ${shard})`);
    const script = [install, ...each, gate].join('\n');
    const space = await runScript(bash, script, (SNAP_PACKAGE) => ({ SNAP_PACKAGE }));
    const { verdict, basis } = space.result().targets[0] ?? {};
    expect({ status: space.status, verdict, shards: basis?.shards }, space.stderr).toEqual({
      status: 0,
      verdict: 'conformant',
      shards: { count: 3, held: [1, 2, 3], merged: true },
    });
  });

  it('explores at night alone, and keeps what it finds', () => {
    expect(runs('explore').at(-1)).toContain('--seed random');
    expect(runs('explore').at(-1)).toContain('--update-baseline');
    expect(read('ci/github.yml')).toContain("if: github.event_name == 'schedule'");
  });
});

describe('ci/Jenkinsfile', () => {
  const text = read('ci/Jenkinsfile');

  it('tests the target, and writes what it keeps', async () => {
    expect(text).toContain("SNAP_PACKAGE = ''");
    const script = [...text.matchAll(/sh '([^']+)'/g)].map(([, line]) => line).join('\n');
    const space = await runScript(['sh', '-e'], script, (SNAP_PACKAGE) => ({ SNAP_PACKAGE }));
    expect(space.status, space.stderr).toBe(0);
    const [, junit = '?'] = /junit '([^']+)'/.exec(text) ?? [];
    expect(existsSync(join(space.path, junit))).toBe(true);
  });

  it('closes what it opens', () => {
    for (const [open, close] of ['{}', '()'].map((pair) => pair.split('')))
      expect(text.split(open ?? '').length).toBe(text.split(close ?? '').length);
  });
});
