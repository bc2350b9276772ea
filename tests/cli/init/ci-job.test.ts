import { createPublicKey } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { loadProfile } from '../../../src/engine/profile/profile.js';
import { createSandbox } from '../../../src/sandbox/sandbox.js';
import { ciMachine } from '../ci-job.js';
import { snap } from '../command.js';
import { type Workspace, workspace } from '../workspace.js';

const keys = ['--generate-keys'];

const at = ({ path }: Workspace, file: string) => join(path, file);

interface GithubStep {
  run?: string;
  env?: Record<string, string>;
}

interface GithubWorkflow {
  jobs: Record<string, { env: Record<string, string>; steps: GithubStep[] }>;
}

interface GitlabJob {
  variables: Record<string, string>;
  script: string[];
}

describe('the CI job of init', () => {
  const machine = ciMachine();

  async function jobIn(kind: 'github' | 'gitlab') {
    const space = workspace();
    const { stdout } = await snap(['init', '--yes', ...keys, '--ci', kind], { cwd: space.path });
    // Follows what the command says about the tarball.
    const [, pack = ''] = /for the job to install: (npm pack .*)/.exec(stdout) ?? [];
    const packed = await machine.run(space, ['bash', '-e'], pack);
    expect(packed.status, packed.stderr).toBe(0);
    const privateKey = space.read('keys/client.pem');
    const publicKey = createPublicKey(privateKey);
    const sandbox = await createSandbox({
      profile: loadProfile('snap-bi', '.'),
      clients: [{ clientId: 'ci', clientSecret: 's', publicKey }],
    });
    onTestFinished(() => sandbox.close());
    const env = { SNAP_BASE_URL: sandbox.url, SNAP_CLIENT_ID: 'ci' };
    // The runner has the repository, which has no keys.
    rmSync(at(space, 'keys'), { recursive: true });
    return { ...space, privateKey, env };
  }

  it('github: its steps test the target with the secrets that it names', async () => {
    const space = await jobIn('github');
    const { jobs } = parse(space.read('.github/workflows/snap-conformance.yml')) as GithubWorkflow;
    const [job] = Object.values(jobs);
    const [install, test] = job?.steps.filter(({ run }) => run !== undefined) ?? [];
    // The installation sees no secret.
    expect(install?.env).toBeUndefined();
    expect(Object.keys(test?.env ?? {})).toEqual([
      'SNAP_PRIVATE_KEY',
      'SNAP_BASE_URL',
      'SNAP_CLIENT_ID',
    ]);
    const bash = ['bash', '-e'];
    const installed = await machine.run(space, bash, install?.run ?? '', job?.env);
    expect(installed.status, installed.stderr).toBe(0);
    const env = { ...job?.env, ...space.env, SNAP_PRIVATE_KEY: space.privateKey };
    const tested = await machine.run(space, bash, test?.run ?? '', env);
    expect(tested.status, tested.stderr).toBe(0);
    expect(space.result().targets[0]?.verdict).toBe('conformant');
  });

  it('gitlab: its script does too', async () => {
    const space = await jobIn('gitlab');
    const job = (parse(space.read('.gitlab-ci.yml')) as Record<string, GitlabJob>)[
      'snap-conformance'
    ];
    const SNAP_PRIVATE_KEY = space.write('secret-file', space.privateKey);
    const env = { ...job?.variables, ...space.env, SNAP_PRIVATE_KEY };
    const script = (job?.script ?? []).join('\n');
    const tested = await machine.run(space, ['sh', '-e'], script, env);
    expect(tested.status, tested.stderr).toBe(0);
    expect(space.result().targets[0]?.verdict).toBe('conformant');
  });

  it('fails without the tarball, before the key is written', async () => {
    const space = await jobIn('gitlab');
    for (const file of readdirSync(space.path).filter((name) => name.endsWith('.tgz')))
      rmSync(at(space, file));
    const { 'snap-conformance': job } = parse(space.read('.gitlab-ci.yml')) as {
      'snap-conformance': GitlabJob;
    };
    const script = job.script.join('\n');
    const { status, stderr } = await machine.run(space, ['sh', '-e'], script, job.variables);
    expect(status).not.toBe(0);
    expect(stderr).toContain('.tgz');
    expect(existsSync(at(space, 'keys'))).toBe(false);
  });

  it('gitlab: is written next to an existing pipeline', async () => {
    const space = workspace();
    space.write('.gitlab-ci.yml', 'test: { script: [make] }\n');
    const args = ['init', '--yes', ...keys, '--ci', 'gitlab'];
    const { stdout } = await snap(args, { cwd: space.path });
    expect(stdout).toContain('include snap-conformance.gitlab-ci.yml in .gitlab-ci.yml');
    expect(parse(space.read('snap-conformance.gitlab-ci.yml'))).toHaveProperty('snap-conformance');
  });
});
