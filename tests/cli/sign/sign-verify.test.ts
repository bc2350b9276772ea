import { describe, expect, it } from 'vitest';
import { startSandboxTarget, testCredentials } from '../../support/sandbox-target.js';
import { snap, startProgram } from '../command.js';
import { sandbox, workspace } from '../workspace.js';

const timestamp = '2024-03-19T11:46:16+07:00';

async function space() {
  const made = workspace();
  const [{ clientId, clientSecret, privateKey, publicKey }, other] = await testCredentials();
  made.write('client.pem', privateKey);
  made.write('public.pem', publicKey.export({ type: 'spki', format: 'pem' }) as string);
  made.write('other.pem', other.publicKey.export({ type: 'spki', format: 'pem' }) as string);
  made.write('body.json', '{ "accountNo": "1 2" }\n');
  const env = { SECRET: clientSecret, TOKEN: 'an-access-token-of-some-length' };
  const run = (...args: string[]) => snap(args, { cwd: made.path, env });
  return { ...made, clientId, clientSecret, env, run };
}

/** What a script prints. Not run synchronously: the sandbox that it asks lives in this process. */
async function bash(script: string, env: Record<string, string>): Promise<string> {
  const { ended } = startProgram('bash', ['-c', script], { cwd: '.', env });
  const { status, stdout, stderr } = await ended;
  expect(status, stderr).toBe(0);
  return stdout;
}

const headerIn = (text: string, name: string) =>
  new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1] ?? '';

const call = ['--method', 'POST', '--path', '/v1.0/balance-inquiry', '--body', 'body.json'];
const withToken = ['--access-token-env', 'TOKEN'];

describe('token', () => {
  it('verify accepts what sign makes, and refuses it for any other timestamp or key', async () => {
    const { run, clientId } = await space();
    const args = ['--client-id', clientId, '--timestamp', timestamp];
    const signed = await run('sign', 'token', '--private-key', 'client.pem', ...args);
    expect(signed.status, signed.stderr).toBe(0);
    expect(headerIn(signed.stdout, 'X-CLIENT-KEY')).toBe(clientId);
    const verify = (key: string, at: string) =>
      run(
        ...['verify', 'token', '--public-key', key, '--client-id', clientId],
        ...['--timestamp', at, '--signature', headerIn(signed.stdout, 'X-SIGNATURE')],
      );
    const right = await verify('public.pem', timestamp);
    expect(right.status).toBe(0);
    expect(right.stdout).toMatch(
      /^The signature holds\.\n  But its timestamp is .* behind this machine's/,
    );
    const utc = await verify('public.pem', '2024-03-19T04:46:16Z');
    expect(utc.status).toBe(1);
    expect(utc.stdout.replace(/\s+/g, ' ')).toContain('(time/other-offset)');
    const other = await verify('other.pem', timestamp);
    expect(other.status).toBe(1);
    expect(other.stdout).toContain('another key signed');
  });

  it('as a curl command gets a token from a sandbox', async () => {
    const { run, clientId } = await space();
    const { url } = await sandbox();
    const args = ['--client-id', clientId, '--format', 'curl', '--base-url', `${url}/`];
    const { stdout } = await run('sign', 'token', '--private-key', 'client.pem', ...args);
    const answer = await bash(`${stdout.trim()} --silent`, {});
    expect(JSON.parse(answer)).toHaveProperty('accessToken');
  });

  it.for([
    [['sign', 'token', '--client-id', 'x'], "required option '--private-key <file>'"],
    [['sign', 'token', '--client-id', 'x', '--private-key', 'none.pem'], 'there is no such file'],
    [
      ['sign', 'token', '--client-id', 'x', '--private-key', 'public.pem'],
      '--private-key: this is a public key',
    ],
    [['sign', 'token', '--client-id', 'x', '--private-key', 'public.pem'], '\n  at public.pem\n'],
    [
      ['sign', 'token', '--client-id', 'x', '--private-key', 'client.pem', '--format', 'curl'],
      'needs --base-url',
    ],
    [
      [
        ...['verify', 'token', '--client-id', 'x', '--public-key', 'client.pem'],
        ...['--timestamp', 'x', '--signature', 'x'],
      ],
      'this is a private key',
    ],
    [
      [
        ...['verify', 'token', '--client-id', 'x', '--public-key', 'public.pem'],
        ...['--timestamp', 'x', '--signature', ' '],
      ],
      '--signature is empty',
    ],
  ] as const)('%j ends with 2', async ([args, said]) => {
    const { run } = await space();
    const { status, stderr } = await run(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
    expect(stderr).not.toMatch(/BEGIN|\n {4}at /);
  });
});

describe('transaction', () => {
  it('verify accepts what sign makes, and names the rule of a wrong signature', async () => {
    const { run, write } = await space();
    const secret = ['--client-secret-env', 'SECRET', ...withToken];
    const signed = await run('sign', 'transaction', ...secret, ...call, '--timestamp', timestamp);
    expect(signed.status, signed.stderr).toBe(0);
    const signature = headerIn(signed.stdout, 'X-SIGNATURE');
    const args = ['--timestamp', timestamp, '--signature', signature];
    const right = await run('verify', 'transaction', ...secret, ...call, ...args);
    expect(right.status).toBe(0);
    expect(right.stdout).toMatch(
      /^The signature holds\.\n  But its timestamp is .* behind this machine's/,
    );
    write('body.json', '{"accountNo":"1 2","more":{}}');
    const wrong = await run('verify', 'transaction', ...secret, ...call, ...args, '--json');
    expect(wrong.status).toBe(1);
    expect(JSON.parse(wrong.stdout)).toMatchObject({ holds: false });
  });

  it('as a curl command calls a sandbox, and holds no secret', async () => {
    const { run, env, clientId, write, path } = await space();
    const { sandbox: server, target } = await startSandboxTarget('bank', { transaction: true });
    try {
      const asked = await run(
        ...['sign', 'token', '--private-key', 'client.pem', '--client-id', clientId],
        ...['--format', 'curl', '--base-url', server.url],
      );
      const { accessToken } = JSON.parse(await bash(`${asked.stdout.trim()} --silent`, env)) as {
        accessToken: string;
      };
      env.TOKEN = accessToken;
      const { method = '', path: at = '', body, headers = {} } = target.transaction ?? {};
      write('call.json', JSON.stringify(body, undefined, 2));
      const { stdout, stderr } = await run(
        ...['sign', 'transaction', '--client-secret-env', 'SECRET', ...withToken],
        ...['--method', method, '--path', at, '--body', 'call.json'],
        ...['--format', 'curl', '--base-url', server.url],
        ...Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
      );
      expect(stderr).toBe('');
      expect(stdout).toContain('Authorization: Bearer $TOKEN');
      for (const secret of [accessToken, env.SECRET]) expect(stdout).not.toContain(secret);
      const answer = await bash(`cd '${path}' && ${stdout.trim()} --silent`, env);
      expect(JSON.parse(answer)).toMatchObject({ responseMessage: 'Successful' });
    } finally {
      await server.close();
    }
  });

  it('as headers or JSON holds no secret', async () => {
    const { run, env, write } = await space();
    write('secret.txt', `${env.SECRET}\n`);
    const args = ['--client-secret-file', 'secret.txt', ...withToken, '--timestamp', timestamp];
    const headers = await run('sign', 'transaction', ...args, ...call);
    const json = await run('sign', 'transaction', ...args, ...call, '--format', 'json');
    for (const text of [headers.stdout, json.stdout]) {
      expect(text).not.toContain(env.TOKEN);
      expect(text).not.toContain(env.SECRET);
    }
    const { stringToSign, headers: made } = JSON.parse(json.stdout) as {
      stringToSign: string;
      headers: Record<string, string>;
    };
    expect(stringToSign).toMatch(/^POST:\/v1\.0\/balance-inquiry:an-acc…ngth:[0-9a-f]{64}:2024/);
    expect(made['X-SIGNATURE']).toBe(headerIn(headers.stdout, 'X-SIGNATURE'));
  });

  it.for([
    [['sign', 'transaction', ...call, ...withToken], 'symmetric, needs a client secret'],
    [['sign', 'transaction', ...call, '--client-secret-env', 'NONE'], 'NONE is not set'],
    [
      ['sign', 'transaction', ...call, '--client-secret-env', 'My5ecretValue'],
      'not its value: export SNAP_CLIENT_SECRET=',
    ],
    [
      [
        'sign',
        'transaction',
        ...call,
        '--client-secret-env',
        'SECRET',
        '--client-secret-file',
        'x',
      ],
      'name the same thing twice',
    ],
    [
      [
        ...['verify', 'transaction', ...call, '--public-key', 'public.pem'],
        ...['--timestamp', 'x', '--signature', 'x'],
      ],
      'is verified by --client-secret-env or --client-secret-file alone',
    ],
  ] as const)('%j ends with 2', async ([args, said]) => {
    const { run } = await space();
    const { status, stderr } = await run(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
    // What was given instead of a name may be the secret itself.
    expect(stderr).not.toContain('My5ecretValue');
  });
});
