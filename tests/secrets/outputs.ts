import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reporterNames } from '../../reports/formats.js';
import { signedFormats } from '../../src/cli/sign/flags.js';
import { type Ended, snap, start } from '../cli/command.js';
import type { Workspace } from '../cli/workspace.js';
import { readable } from '../support/all-reports.js';
import { canaries, clientIds, secrets } from './canaries.js';

/** One way to make the program say something. */
export interface Output {
  /** The command, as the program names it: `sign token`. */
  command: string;
  /** What of it, in words. */
  name: string;
  /** All that it printed, and the files that it wrote. */
  say(space: Workspace): Promise<string[]>;
}

const environment = {
  SNAP_CLIENT_SECRET: secrets.clientSecret,
  SNAP_ACCESS_TOKEN: secrets.expiredToken,
  SNAP_PASSPHRASE: secrets.passphrase,
};
const few = [
  '--depth',
  'quick',
  '--only',
  'token-b2b/response/*,transaction/token/*,token-b2b2c/response/*',
];
const time = '2024-03-19T18:46:16+07:00';
const signature = Buffer.alloc(64, 7).toString('base64');

async function said(space: Workspace, args: readonly string[], out?: string): Promise<string[]> {
  const ended = await snap(args, { cwd: space.path, env: environment });
  return [...printed(ended), ...(out === undefined ? [] : await filesIn(join(space.path, out)))];
}

const printed = ({ stdout, stderr }: Ended) => [stdout, stderr];

async function filesIn(folder: string): Promise<string[]> {
  const names = readdirSync(folder);
  return Promise.all(
    names.map((name) => {
      const bytes = readFileSync(join(folder, name));
      return readable(name, /\.(?:xlsx|docx)$/.test(name) ? bytes : bytes.toString());
    }),
  );
}

/** An output of one call; `out` is a folder that it writes. */
function call(args: readonly string[], name: string, out?: string, depth = 1): Output {
  return {
    command: args.slice(0, depth).join(' '),
    name,
    say: (space) => said(space, args, out),
  };
}

const reports: Output[] = reporterNames.map((name) =>
  call(
    ['report', 'first/result.json', '--reporter', name, '--out', `as-${name}`],
    `format ${name}`,
    `as-${name}`,
  ),
);

const signing: Output[] = signedFormats.flatMap((format) => [
  call(
    [
      'sign',
      'transaction',
      '--config',
      'snap.config.json',
      '--client-secret-env',
      'SNAP_CLIENT_SECRET',
      '--access-token-env',
      'SNAP_ACCESS_TOKEN',
      '--method',
      'POST',
      '--path',
      '/v1.0/balance-inquiry',
      '--body',
      'body.json',
      '--format',
      format,
    ],
    `format ${format}`,
    undefined,
    2,
  ),
  call(
    [
      'sign',
      'token',
      '--config',
      'snap.config.json',
      '--client-id',
      clientIds[0],
      '--private-key',
      'client.pem',
      '--format',
      format,
    ],
    `format ${format}`,
    undefined,
    2,
  ),
]);

const verifying = ['--json', undefined].map((json) =>
  call(
    [
      'verify',
      'transaction',
      '--client-secret-env',
      'SNAP_CLIENT_SECRET',
      '--access-token-env',
      'SNAP_ACCESS_TOKEN',
      '--method',
      'POST',
      '--path',
      `/v1.0/balance-inquiry?apikey=${secrets.query}`,
      '--timestamp',
      time,
      '--signature',
      signature,
      ...(json ? [json] : []),
    ],
    json ? 'in JSON' : 'in words',
    undefined,
    2,
  ),
);

/** Configs that are refused or that throw, with every secret in a place where a message could take it from. */
const broken: Readonly<Record<string, string>> = {
  'throws.config.mjs': `throw new Error(${JSON.stringify(`refused ${secrets.clientSecret} ${secrets.privateKey} ${secrets.expiredToken} apiKey=${secrets.apiKey}`)})`,
  'cut.config.json': `{"targets": [{"clientSecret": "${secrets.otherSecret}`,
  'wrong.config.yaml': `targets:\n  - client: ${JSON.stringify(secrets.privateKey)}\n    ${secrets.apiKey}: x\n    clientSecret: @${canaries.clientSecret}`,
  'types.config.json': JSON.stringify({
    targets: [
      {
        name: 'x',
        profile: 'snap-bi',
        baseUrl: `ftp://x?apikey=${secrets.query}`,
        client: { clientId: 'x', privateKey: secrets.tlsKey, clientSecret: [secrets.clientSecret] },
        transaction: secrets.listedMember,
      },
    ],
  }),
};

export function writeBroken(space: Workspace): void {
  for (const [file, text] of Object.entries(broken)) space.write(file, text);
}

const refusals: Output[] = ['run', 'doctor', 'detect'].flatMap((command) =>
  Object.keys(broken).map((file) =>
    call([command, '--config', file], `error: ${file.replace('.config', '')}`),
  ),
);

/** What a run that was killed leaves, and what is made of it. */
const journal: Output = {
  command: 'run',
  name: 'journal of a run that was killed',
  async say(space) {
    const args = ['run', ...few, '--verbose', '--out', 'killed'];
    const { child, ended } = start(args, { cwd: space.path, env: environment });
    let lines = 0;
    child.stderr.on('data', (data) => {
      lines += String(data).split('\n').length;
      if (lines > 25) child.kill('SIGKILL');
    });
    return [...printed(await ended), ...(await filesIn(join(space.path, 'killed')))];
  },
};

const serving: Output = {
  command: 'serve',
  name: '--explain',
  async say(space) {
    const { child, ended, saying } = start(
      [
        'serve',
        '--explain',
        '--explain-header',
        '--client',
        `${clientIds[0]}=public.pem`,
        '--keys',
        'served',
      ],
      { cwd: space.path, env: environment },
    );
    const text = await saying('http://');
    const [url = ''] = /http:\/\/[\d.]+:\d+/.exec(text) ?? [];
    const answer = await fetch(`${url}/v1.0/balance-inquiry?apikey=${secrets.query}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${secrets.expiredToken}`,
        'X-API-KEY': secrets.apiKey,
        Cookie: secrets.cookie,
        'X-TIMESTAMP': time,
        'X-SIGNATURE': signature,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ authCode: secrets.authCode, refreshToken: secrets.expiredToken }),
    });
    const head = JSON.stringify([...answer.headers]);
    await answer.text();
    await saying('balance-inquiry');
    child.kill('SIGINT');
    return [...printed(await ended), head];
  },
};

const initialising: Output = {
  command: 'init',
  name: 'in words',
  async say({ path }) {
    const cwd = join(path, 'fresh');
    mkdirSync(cwd);
    const given = ['--base-url', 'http://127.0.0.1:9', '--client-id', clientIds[0]];
    const args = ['init', '--yes', '--profile', 'snap-bi', ...given];
    const ended = await snap([...args, '--private-key', '../client.pem'], {
      cwd,
      env: environment,
    });
    return printed(ended);
  },
};

/** The first writes what later ones read. */
export const outputs: readonly Output[] = [
  call(
    ['run', ...few, '--reporter', reporterNames.join(','), '--out', 'first'],
    'console and files',
    'first',
  ),
  call(['run', ...few, '--quiet', '--out', 'second'], '--quiet', 'second'),
  call(
    ['run', ...few, '--verbose', '--out', 'third', '--update-baseline'],
    '--verbose, --update-baseline',
    'third',
  ),
  { command: 'run', name: 'baseline', say: async (space) => [space.read('snap-baseline.yaml')] },
  call(['run', '--dry-run'], '--dry-run'),
  journal,
  call(['report', '--recover', 'killed', '--out', 'recovered'], '--recover', 'killed'),
  ...reports,
  call(
    ['report', 'first/result.json', '--attest', 'client.pem', '--out', 'attested'],
    '--attest',
    'attested',
  ),
  call(['accept', 'attested/result.json', '--policy', 'policy.json'], 'in words'),
  call(['accept', 'attested/result.json', '--policy', 'policy.json', '--json'], 'in JSON'),
  call(['accept', 'attested/result.json', '--policy', 'client.pem'], 'error: no policy'),
  call(
    ['report', 'first/result.json', 'second/result.json', '--out', 'merged'],
    'error: two runs of all checks',
  ),
  call(['report', 'compare', 'first/result.json', 'second/result.json'], 'in words', undefined, 2),
  call(
    ['report', 'compare', 'first/result.json', 'second/result.json', '--json'],
    'in JSON',
    undefined,
    2,
  ),
  call(['report', 'history', '.', '--out', 'history'], 'page and console', 'history', 2),
  call(['doctor'], 'in words'),
  call(['doctor', '--json'], 'in JSON'),
  call(['doctor', '--deep'], '--deep'),
  call(['doctor', '--profiles'], '--profiles'),
  ...[[], ['--json'], ['--deep']].map((more) =>
    call(['doctor', '--config', 'refused.config.json', ...more], `refused ${more.join('')}`.trim()),
  ),
  call(
    [
      'run',
      '--config',
      'refused.config.json',
      ...few,
      '--out',
      'refused',
      '--reporter',
      'json,html',
    ],
    'refused',
    'refused',
  ),
  call(['detect', '--config', 'refused.config.json'], 'refused'),
  call(['doctor', '--config', 'proxied.config.json'], 'through a proxy'),
  call(['doctor', '--config', 'proxied.config.json', '--json'], 'through a proxy, in JSON'),
  call(
    ['run', '--config', 'proxied.config.json', ...few, '--out', 'proxied'],
    'through a proxy',
    'proxied',
  ),
  call(['detect'], 'in words'),
  call(['detect', '--json'], 'in JSON'),
  call(['list'], 'in words'),
  call(['list', '--json'], 'in JSON'),
  call(['explain', 'token-b2b/response/status'], 'in words'),
  call(['explain', 'token-b2b/body/rejects-missing-grant-type', '--probe'], '--probe'),
  ...signing,
  call(
    ['sign', '--request', 'request.txt', '--client-secret-env', 'SNAP_CLIENT_SECRET'],
    'from a request',
  ),
  ...verifying,
  call(
    [
      'verify',
      'token',
      '--client-id',
      clientIds[0],
      '--public-key',
      'public.pem',
      '--client-secret-env',
      'SNAP_CLIENT_SECRET',
      '--timestamp',
      time,
      '--signature',
      signature,
    ],
    'in words',
    undefined,
    2,
  ),
  call(
    ['verify', '--request', 'request.txt', '--client-secret-env', 'SNAP_CLIENT_SECRET'],
    'from a request',
  ),
  call(['key', 'locked.pem', '--passphrase-env', 'SNAP_PASSPHRASE'], 'in words'),
  call(['key', 'locked.pem', '--passphrase-env', 'SNAP_PASSPHRASE', '--json'], 'in JSON'),
  call(
    ['key', 'locked.pem', '--passphrase-env', 'SNAP_CLIENT_SECRET'],
    'error: another passphrase',
  ),
  call(
    [
      ...['sign', 'token', '--client-id', clientIds[0], '--private-key', 'locked.pem'],
      ...['--passphrase-env', 'SNAP_PASSPHRASE'],
    ],
    'with a passphrase',
  ),
  call(
    [
      ...['sign', 'token', '--client-id', clientIds[0], '--private-key', 'locked.pem'],
      ...['--passphrase-env', 'SNAP_CLIENT_SECRET'],
    ],
    'error: another passphrase',
  ),
  call(['key', 'types.config.json'], 'error: no key'),
  initialising,
  serving,
  call(
    ['demo', '--out', 'demo', '--depth', 'quick', '--only', 'token-b2b/response/*'],
    'console and files',
    'demo',
  ),
  call(['completion', 'bash'], 'bash'),
  ...refusals,
];
