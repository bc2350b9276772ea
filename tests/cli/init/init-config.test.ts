import { createPrivateKey, createPublicKey } from 'node:crypto';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { askFor } from '../../../src/cli/init/ask.js';
import type { InitFlags } from '../../../src/cli/init/flags.js';
import { loadConfig } from '../../../src/engine/config/config.js';
import { planTarget } from '../../../src/engine/config/plan-target.js';
import { loadProfile } from '../../../src/engine/profile/profile.js';
import { createSandbox } from '../../../src/sandbox/sandbox.js';
import { ciMachine } from '../ci-job.js';
import { snap } from '../command.js';
import { type Workspace, workspace } from '../workspace.js';

const told = ['--base-url', 'https://sandbox.example/snap', '--client-id', 'me'];
const keys = ['--generate-keys'];

async function init(...args: string[]) {
  const space = workspace();
  const again = (...more: string[]) => snap(['init', ...more], { cwd: space.path });
  return { ...space, again, ...(await again(...args)) };
}

const at = ({ path }: Workspace, file: string) => join(path, file);

describe('init', () => {
  it.for(['yaml', 'json', 'ts'])('writes a config as %s that a run can plan', async (format) => {
    const space = await init(...told, ...keys, '--format', format, '--profile', 'doku');
    expect(space.stderr).toBe('');
    expect(space.status).toBe(0);
    const file = at(space, `snap.config.${format}`);
    const loaded = await loadConfig(file, '.');
    const plan = planTarget(loaded, 0);
    expect(plan).toMatchObject({
      name: 'sandbox.example',
      baseUrl: 'https://sandbox.example/snap',
      profile: { name: 'doku' },
      client: { clientId: 'me' },
      notes: [],
    });
  });

  it.for(['yaml', 'ts'])('explains every setting of %s in a comment', async (format) => {
    const space = await init(...told, ...keys, '--format', format);
    const text = space.read(`snap.config.${format}`);
    for (const setting of ['clientSecret', 'otherClient', 'transaction', 'limits'])
      expect(text).toMatch(new RegExp(`(#|//) ${setting}:`));
    // Each comment that holds settings can be opened.
    const opened = text.replace(/^( {4,})(#|\/\/) (?= *\w[\w-]*:( |$))/gm, '$1');
    space.write(`open.${format}`, opened);
    const config = await loadConfig(at(space, `open.${format}`), '.', { SNAP_CLIENT_SECRET: 's' });
    expect(config.config.targets[0]).toMatchObject({
      client: { clientSecret: 's' },
      otherClient: { clientId: 'a-second-client' },
      transaction: { serviceCode: '11' },
      limits: { rate: 10 },
    });
  });

  it('makes a key pair that belongs together, the private half for its owner alone', async () => {
    const space = await init(...told, ...keys);
    const mode = statSync(at(space, 'keys/client.pem')).mode & 0o777;
    expect(mode).toBe(0o600);
    const privateKey = createPrivateKey(space.read('keys/client.pem'));
    expect(privateKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
    const publicPem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' });
    expect(space.read('keys/client-public.pem')).toBe(publicPem);
    expect(space.stdout).toContain('Register keys/client-public.pem with the provider');
    expect(space.stdout).not.toContain('BEGIN');
  });

  it('adds keys and reports to .gitignore, and keeps what it had', async () => {
    const space = workspace();
    space.write('.gitignore', 'node_modules');
    await snap(['init', ...told, ...keys], { cwd: space.path });
    expect(space.read('.gitignore')).toBe('node_modules\nkeys/\nsnap-report/\n');
    const twice = await snap(['init', '--force', ...told, ...keys], { cwd: space.path });
    expect(twice.stdout).not.toContain('.gitignore');
    expect(space.read('.gitignore')).toBe('node_modules\nkeys/\nsnap-report/\n');
  });

  it('overwrites nothing without --force, and then writes none of the files', async () => {
    const space = workspace();
    space.write('snap.config.yaml', 'mine');
    const args = ['init', ...told, ...keys, '--ci', 'github'];
    const refused = await snap(args, { cwd: space.path });
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('at snap.config.yaml');
    expect(refused.stderr).toContain('--force');
    expect(space.read('snap.config.yaml')).toBe('mine');
    for (const file of ['keys', '.github', '.gitignore'])
      expect(existsSync(at(space, file))).toBe(false);
    const forced = await snap([...args, '--force'], { cwd: space.path });
    expect(forced.status).toBe(0);
    expect(space.read('snap.config.yaml')).toContain('targets:');
  });

  it('writes no config that a run would pass over in favour of another', async () => {
    const space = await init(...told, ...keys, '--format', 'json');
    expect(space.status).toBe(0);
    const { status, stderr } = await space.again(...told, '--force');
    expect(status).toBe(2);
    expect(stderr).toContain('a run reads snap.config.json, not snap.config.yaml');
    expect(existsSync(at(space, 'snap.config.yaml'))).toBe(false);
  });

  it('names each variable that the config takes, once', async () => {
    const { stdout } = await init(
      ...['--base-url', 'https://${HOST}/${PREFIX}', '--client-id', '${HOST}', ...keys],
      ...['--name', 'bank', '--ci', 'github'],
    );
    expect(stdout).toContain('Set HOST and PREFIX in the environment.');
    expect(stdout).toContain('Add SNAP_PRIVATE_KEY, HOST, PREFIX to');
  });

  it('names each file that it writes', async () => {
    const { stdout } = await init(...told, ...keys, '--ci', 'gitlab');
    const files = [...stdout.matchAll(/^Written: (\S+) /gm)].map(([, file]) => file);
    const all = ['snap.config.yaml', '.gitlab-ci.yml', 'keys/client.pem', 'keys/client-public.pem'];
    expect(files).toEqual(all);
  });

  it('with --yes takes from the environment what it was not told', async () => {
    const space = await init('--yes');
    expect(space.stdout).toContain('Set SNAP_BASE_URL and SNAP_CLIENT_ID');
    const file = at(space, 'snap.config.yaml');
    const environment = { SNAP_BASE_URL: 'https://bank.example', SNAP_CLIENT_ID: 'us' };
    const { config } = await loadConfig(file, '.', environment);
    expect(config.targets[0]).toMatchObject({
      name: 'my-target',
      baseUrl: 'https://bank.example',
      client: { clientId: 'us', privateKey: { file: 'keys/client.pem' } },
    });
    await expect(loadConfig(file, '.', {})).rejects.toThrow('SNAP_BASE_URL is not set');
  });

  it.for([
    [['--profile', 'dooku'], 'Did you mean "doku"?'],
    [['--base-url', 'sandbox.example'], 'is not an http or https URL'],
    [['--base-url', 'https://me:pass@sandbox.example'], 'a user name or password'],
    [['--client-id', ''], '--client-id is empty'],
    [['--format', 'toml'], "'toml' is invalid"],
    [['--ci', 'jenkins'], "'jenkins' is invalid"],
  ] as const)('%j ends with 2', async ([args, said]) => {
    const { status, stderr, path } = await init('--yes', ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
    expect(existsSync(join(path, 'snap.config.yaml'))).toBe(false);
  });

  it('refuses a key file without a key', async () => {
    const space = workspace();
    space.write('my.pem', 'hello');
    const args = ['init', ...told, '--private-key', 'my.pem'];
    const { status, stderr } = await snap(args, { cwd: space.path });
    expect(status).toBe(2);
    expect(stderr).toContain('at my.pem');
    expect(stderr).not.toContain('hello');
  });
});

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

describe('init asks', () => {
  /** Types each answer once its question is there; what is left open is asked for. */
  async function conversation(flags: InitFlags, answers: [question: string, typed: string][]) {
    const input = new PassThrough();
    const output = Object.assign(new PassThrough(), { columns: 80, rows: 24 });
    const left = [...answers];
    let seen = '';
    output.on('data', (data) => {
      seen += data;
      const [next] = left;
      if (!next || !seen.includes(next[0])) return;
      left.shift();
      seen = '';
      setImmediate(() => input.write(next[1]));
    });
    const { path } = workspace();
    const answered = await askFor(flags, path, { input, output });
    expect(left).toEqual([]);
    return answered;
  }

  const enter = '\r';

  it('for what it was not told, and takes the default for an empty answer', async () => {
    const answers = await conversation({ profile: 'bca' }, [
      ['Its address', `https://bca.example${enter}`],
      ['The client id', `our-id${enter}`],
      ['which file?', enter],
      ['Make a key pair?', enter],
      ['called in reports', enter],
      ['Which format?', enter],
      ['A CI job', enter],
    ]);
    expect(answers).toEqual({
      profile: 'bca',
      baseUrl: 'https://bca.example',
      clientId: 'our-id',
      privateKey: 'keys/client.pem',
      generateKeys: true,
      name: 'bca.example',
      format: 'yaml',
      ci: 'none',
    });
  });

  it('and writes no file after Ctrl-C', async () => {
    expect(await conversation({ profile: 'bca' }, [['Its address', '\u0003']])).toBeUndefined();
  });
});
