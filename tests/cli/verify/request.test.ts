import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, it, test } from 'vitest';
import { har } from '../../../reports/har.js';
import type { Result } from '../../../schemas/generated/result.js';
import { bodyHash } from '../../../src/protocol/body-hash.js';
import { forms, type Sample, sample } from '../../engine/given/requests.js';
import { testCredentials } from '../../support/sandbox-target.js';
import { snap, start } from '../command.js';
import { workspace } from '../workspace.js';

const accessToken = `eyJhbGciOiJSUzI1NiJ9.${randomBytes(30).toString('base64url')}`;
const timestamp = '2024-03-19T11:46:16+07:00';

async function space() {
  const made = workspace();
  const [{ clientId, clientSecret, privateKey, publicKey }] = await testCredentials();
  made.write('client.pem', privateKey);
  made.write('public.pem', publicKey.export({ type: 'spki', format: 'pem' }) as string);
  const env: Record<string, string> = { SECRET: clientSecret };
  const run = (...args: string[]) => snap(args, { cwd: made.path, env });
  /** The sample, signed with this token. */
  const signed = (token = accessToken): Sample => {
    const { method, path, body } = sample;
    const hash = bodyHash(Buffer.from(body), 'standard');
    const text = `${method}:${path}:${token}:${hash}:${timestamp}`;
    const values: Record<string, string> = {
      Authorization: `Bearer ${token}`,
      'X-TIMESTAMP': timestamp,
      'X-SIGNATURE': createHmac('sha512', clientSecret).update(text).digest('base64'),
    };
    return {
      ...sample,
      headers: sample.headers.map(([name, value]) => [name, values[name] ?? value]),
    };
  };
  const without = (name: string): Sample => {
    const given = signed();
    return { ...given, headers: given.headers.filter(([header]) => header !== name) };
  };
  return { ...made, run, env, signed, without, clientId, clientSecret };
}

const curl = (given: Sample) => forms['curl for bash']?.(given) ?? '';
const secret = ['--client-secret-env', 'SECRET'];
const verify = ['verify', '--request', 'request.txt', ...secret];

describe('verify --request', () => {
  it.each(Object.entries(forms))('takes all that is signed from %s', async (_, write) => {
    const { run, write: file, signed, clientSecret } = await space();
    file('request.txt', write(signed()));
    const right = await run(...verify);
    expect(right.status, right.stderr).toBe(0);
    expect(right.stderr).toMatch(
      /^read as an? .*: POST \/api\/v1\.0\/balance-inquiry\ntaken for a transaction/,
    );
    file('request.txt', write({ ...signed(), body: '{"other": 1}' }));
    const wrong = await run(...verify);
    expect(wrong.status).toBe(1);
    for (const text of [right.stdout, right.stderr, wrong.stdout, wrong.stderr])
      for (const hidden of [accessToken, clientSecret]) expect(text).not.toContain(hidden);
  });

  it('reads the standard input', async () => {
    const { path, signed, env } = await space();
    const { child, ended } = start(['verify', 'transaction', '--request', '-', ...secret], {
      cwd: path,
      env,
    });
    child.stdin.end(curl(signed()));
    const { status, stderr } = await ended;
    expect(stderr).toContain('read as a curl command: POST /api/v1.0/balance-inquiry');
    expect(status).toBe(0);
  });

  it('lets options win, and says so', async () => {
    const { run, write, signed, env } = await space();
    write('request.txt', curl({ ...signed(), body: 'other' }));
    write('body.json', sample.body);
    env['TOKEN'] = accessToken;
    const { status, stderr } = await run(
      ...verify,
      ...[
        '--body',
        'body.json',
        '--path',
        sample.path,
        '--method',
        'POST',
        '--timestamp',
        timestamp,
      ],
      ...['--access-token-env', 'TOKEN'],
    );
    expect(status, stderr).toBe(0);
    for (const [option, what] of [
      ['--body', 'the body'],
      ['--path', 'the path'],
      ['--method', 'the method'],
      ['--timestamp', 'X-TIMESTAMP'],
      ['--access-token-env', 'the token'],
    ])
      expect(stderr).toContain(`${option} is used in place of ${what} of the request\n`);
  });

  it('takes the token of a command from the variable that the shell would put in', async () => {
    const { run, write, signed, env } = await space();
    write(
      'request.txt',
      curl(signed()).replace(/-H 'Authorization: .*?'/, '-H "Authorization: Bearer $MINE"'),
    );
    expect((await run(...verify)).stderr).toContain(
      'the command takes the access token from the variable MINE, which is not set here\n  at request.txt\n  Give it with --access-token-env',
    );
    env['MINE'] = accessToken;
    const { status, stderr } = await run(...verify);
    expect(status, stderr).toBe(0);
    expect(stderr).toContain('the access token is the value of $MINE, as the command says');
  });

  it('says what a report has shortened, and takes it from elsewhere', async () => {
    const { run, write, signed, env } = await space();
    const { method, path, origin, headers, body } = signed();
    const shown = headers.map(([name, value]): [string, string] => [
      name,
      name === 'Authorization'
        ? `Bearer ${accessToken.slice(0, 6)}…${accessToken.slice(-4)}`
        : value,
    ]);
    const exchange = {
      ...{ id: 'e1', target: 'bank', purpose: 'control', durationMs: 1, attempts: 1 },
      startedAt: '2024-03-19T04:46:16.000Z',
      request: { method, url: origin + path, headers: shown, body: { bytes: 9, text: body } },
    };
    const result = {
      tool: { name: 'snap-conformance', version: '1' },
      run: { startedAt: exchange.startedAt },
      targets: [{ name: 'bank', profile: 'snap-bi', baseUrl: origin }],
      exchanges: [exchange],
    } as unknown as Result;
    write('request.txt', String(await har.render(result)));
    const asked = await run(...verify);
    expect(asked.status).toBe(2);
    expect(asked.stderr).toContain(
      'the access token is shortened in a report\n  at request.txt#/log/entries/0/request\n  Give it with --access-token-env',
    );
    env['TOKEN'] = accessToken;
    expect((await run(...verify, '--access-token-env', 'TOKEN')).status).toBe(0);
  });

  it.each([
    ['X-TIMESTAMP', 'the request has no X-TIMESTAMP', '--timestamp'],
    ['X-SIGNATURE', 'the request has no X-SIGNATURE', '--signature'],
    ['Authorization', 'the request has no Authorization', '--access-token-env'],
  ])(
    'without %s it ends with 2, and never says that the signature does not hold',
    async (name, said, option) => {
      const { run, write, without } = await space();
      write('request.txt', curl(without(name)));
      const { status, stdout, stderr } = await run(...verify);
      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toContain(`${said}\n  at request.txt\n`);
      expect(stderr).toContain(option);
    },
  );

  it('of a token request needs the public key alone', async () => {
    const { run, write, clientId } = await space();
    const signed = await run(
      ...['sign', 'token', '--private-key', 'client.pem', '--client-id', clientId],
      ...['--format', 'http', '--base-url', 'https://sandbox.example'],
    );
    write('request.txt', signed.stdout);
    const right = await run('verify', '--request', 'request.txt', '--public-key', 'public.pem');
    expect(right).toMatchObject({ status: 0, stdout: 'The signature holds.\n' });
    expect(right.stderr).toContain('taken for a token request, for it has an X-CLIENT-KEY');
    const keyless = await run('verify', '--request', 'request.txt');
    expect(keyless.status).toBe(2);
    expect(keyless.stderr).toContain('is verified by --public-key alone');
  });

  it.each([
    [['verify', '--entry', '2', '--method', 'POST'], 2, 'Usage: snap-conformance verify'],
    [
      ['verify', 'transaction', '--entry', '2'],
      2,
      '--entry chooses a request of a file, and none is named',
    ],
    [
      ['verify', 'transaction', '--request', '-', '--body', '-'],
      2,
      '--request and --body both read',
    ],
    [['verify', 'token', '--client-id', 'x'], 2, "required option '--timestamp' not specified"],
    [['verify', '--request', 'none.txt'], 2, 'there is no such file'],
    [
      ['verify', '--request', 'request.txt', '--entry', '0'],
      2,
      '--entry takes a whole number of 1 or more',
    ],
  ] as const)('%j ends with %i', async (args, exit, said) => {
    const { run } = await space();
    const { status, stderr, stdout } = await run(...args);
    expect(status).toBe(exit);
    expect(stdout).toBe('');
    expect(stderr).toContain(said);
    expect(stderr).not.toMatch(/\n {4}at /);
  });
});

describe('sign --request', () => {
  it('renews what is signed, keeps the rest, and is accepted by verify', async () => {
    const { run, write, signed, env } = await space();
    const given = signed();
    write(
      'request.txt',
      curl({
        ...given,
        headers: [...given.headers, ['X-API-KEY', 'k-secret-1'], ['CHANNEL-ID', '95221']],
      }),
    );
    const made = await run('sign', '--request', 'request.txt', ...secret, '--format', 'curl');
    expect(made.status, made.stderr).toBe(0);
    expect(made.stdout).toContain(
      "--url 'https://sandbox.example/api/v1.0/balance-inquiry?a=1&b=%20'",
    );
    expect(made.stdout).toContain(`X-PARTNER-ID: it'\\''s me`);
    expect(made.stdout).not.toContain(timestamp);
    expect(made.stdout).not.toContain('41807553358950093184162180797837');
    expect(made.stdout).toContain('"Authorization: Bearer $SNAP_ACCESS_TOKEN"');
    expect(made.stderr).toContain(
      'X-TIMESTAMP, X-SIGNATURE, X-EXTERNAL-ID of the request are renewed; give --timestamp to keep the time\n',
    );
    expect(made.stderr).toContain('not printed, for they may hold a secret: X-API-KEY; add those');
    for (const hidden of [accessToken, 'k-secret-1', env['SECRET'] ?? ''])
      expect(made.stdout + made.stderr).not.toContain(hidden);
    write('again.txt', made.stdout);
    env['SNAP_ACCESS_TOKEN'] = accessToken;
    const again = await run('verify', '--request', 'again.txt', ...secret);
    expect(again).toMatchObject({ status: 0, stdout: 'The signature holds.\n' });
  });

  it('makes the very signature of the request with its timestamp', async () => {
    const { run, write, signed } = await space();
    const given = signed();
    write('request.txt', curl(given));
    const made = await run('sign', '--request', 'request.txt', ...secret, '--timestamp', timestamp);
    const [, signature] = given.headers.find(([name]) => name === 'X-SIGNATURE') ?? [];
    expect(made.stdout).toContain(`X-SIGNATURE: ${signature}\n`);
    expect(made.stderr).toContain('X-SIGNATURE, X-EXTERNAL-ID of the request are renewed\n');
  });

  it('signs a token request again, with its path, body and further headers', async () => {
    const { run, write, clientId } = await space();
    const body = '{"grantType":"client_credentials","additionalInfo":{}}';
    write(
      'request.txt',
      `curl https://sandbox.example/gw/v1.0/access-token/b2b -H 'X-CLIENT-KEY: ${clientId}' -H 'X-PARTNER-ID: toko' -H 'X-TIMESTAMP: x' -H 'X-SIGNATURE: y' -d '${body}'`,
    );
    const made = await run(
      'sign',
      '--request',
      'request.txt',
      '--private-key',
      'client.pem',
      '--format',
      'http',
    );
    expect(made.status, made.stderr).toBe(0);
    expect(made.stdout).toMatch(
      /^POST \/gw\/v1\.0\/access-token\/b2b HTTP\/1\.1\r\nHost: sandbox\.example\r\n/,
    );
    expect(made.stdout).toContain('X-PARTNER-ID: toko\r\n');
    expect(made.stdout.endsWith(`\r\n\r\n${body}`)).toBe(true);
    write('again.txt', made.stdout);
    const again = await run('verify', '--request', 'again.txt', '--public-key', 'public.pem');
    expect(again).toMatchObject({ status: 0, stdout: 'The signature holds.\n' });
  });
});

test('no secret of a pasted command comes to any output', async () => {
  const { run, write, signed } = await space();
  const canary = randomBytes(18).toString('hex');
  const given = signed(`eyJ-${canary}`);
  const text = curl({
    ...given,
    headers: [
      ...given.headers,
      ['Cookie', `s=${canary}`],
      ['X-API-KEY', canary],
      ['Authorization-Customer', `Bearer ${canary}`],
    ],
  })
    .replace('curl ', `curl -u me:${canary} --cert-type x `)
    .replace('-u me:', '--proxy-user me:');
  write('request.txt', text);
  const told = [
    await run(...verify),
    await run(...verify, '--json'),
    await run(...verify, '--timestamp', 'x'),
    await run('verify', 'token', '--request', 'request.txt', '--public-key', 'public.pem'),
    ...(await Promise.all(
      ['headers', 'curl', 'http', 'json', 'postman'].map((format) =>
        run('sign', '--request', 'request.txt', ...secret, '--format', format),
      ),
    )),
  ];
  expect(told.map(({ status }) => status)).toEqual([0, 0, 1, 2, 0, 0, 0, 0, 0]);
  for (const { stdout, stderr } of told)
    for (const trace of [canary, canary.slice(0, 14), canary.slice(-14)])
      expect(stdout + stderr).not.toContain(trace);
});
