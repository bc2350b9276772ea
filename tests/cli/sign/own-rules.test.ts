import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { testCredentials } from '../../support/sandbox-target.js';
import { snap } from '../command.js';
import { workspace } from '../workspace.js';

/** A document that has everything signed otherwise than the standard. */
const profile = `
name: own
title: Own
extends: snap-bi
services:
  token-b2b:
    timestamp: { accept: [local-millis] }
    signature: { delimiter: ":" }
  transaction:
    timestamp: { accept: [jakarta-millis] }
    signature: { delimiter: "|", encoding: hex }
    signedPath: { cut: /gateway, add: /api }
    bodyHash: { minify: all-white-space }
`;

async function space() {
  const made = workspace();
  const [{ clientId, clientSecret, privateKey, publicKey }] = await testCredentials();
  made.write('own.yaml', profile);
  made.write('client.pem', privateKey);
  made.write('public.pem', publicKey.export({ type: 'spki', format: 'pem' }) as string);
  made.write('body.json', '{ "name": "Setya Wardana" }\n');
  const env = { SECRET: clientSecret, TOKEN: 'an-access-token-of-some-length' };
  const run = (...args: string[]) =>
    snap([...args, '--profile', './own.yaml'], { cwd: made.path, env });
  const bare = (...args: string[]) => snap(args, { cwd: made.path, env });
  /** What a shell command prints, with these variables. */
  const shell = (script: string, variables: Record<string, string>) =>
    execFileSync('sh', ['-c', script], {
      cwd: made.path,
      env: { ...process.env, ...env, ...variables },
    })
      .toString()
      .trim();
  return { run, bare, write: made.write, shell, clientId };
}

describe("by the rules of the user's profile", () => {
  it('a token request is signed as openssl does, and verified', async () => {
    const { run, shell, clientId } = await space();
    const id = ['--client-id', clientId];
    const signed = await run(
      'sign',
      'token',
      ...id,
      '--private-key',
      'client.pem',
      '--format',
      'json',
    );
    expect(signed.status, signed.stderr).toBe(0);
    const { headers } = JSON.parse(signed.stdout) as { headers: Record<string, string> };
    const { 'X-TIMESTAMP': timestamp = '', 'X-SIGNATURE': signature = '' } = headers;
    expect(timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$/);
    const made = shell(
      'printf %s "$ID:$AT" | openssl dgst -sha256 -sign client.pem | openssl base64 -A',
      { ID: clientId, AT: timestamp },
    );
    expect(signature).toBe(made);
    const verify = (text: string) =>
      run(
        ...['verify', 'token', ...id, '--public-key', 'public.pem'],
        ...['--timestamp', timestamp, '--signature', text],
      );
    expect(await verify(made)).toMatchObject({ status: 0, stdout: 'The signature holds.\n' });
    const byStandard = shell(
      'printf %s "$ID|$AT" | openssl dgst -sha256 -sign client.pem | openssl base64 -A',
      { ID: clientId, AT: timestamp },
    );
    const wrong = await verify(byStandard);
    expect(wrong.status).toBe(1);
    expect(wrong.stdout).toContain('signed with a pipe for the delimiter');
  });

  it('a transaction is signed as openssl does, and verified', async () => {
    const { run, shell } = await space();
    const timestamp = '2024-03-19T11:46:16.123+07:00';
    const asked = [
      ...['--client-secret-env', 'SECRET', '--access-token-env', 'TOKEN', '--method', 'POST'],
      ...['--path', '/gateway/v1.0/balance?b=1', '--body', 'body.json', '--timestamp', timestamp],
    ];
    const signed = await run('sign', 'transaction', ...asked);
    expect(signed.status, signed.stderr).toBe(0);
    const made = shell(
      `HASH=$(LC_ALL=C tr -d '[:space:]' < body.json | openssl dgst -sha256 -r | cut -c1-64)
      printf %s "POST|/api/v1.0/balance?b=1|$TOKEN|$HASH|$AT" |
        openssl dgst -sha512 -hmac "$SECRET" -r | cut -c1-128`,
      { AT: timestamp },
    );
    expect(signed.stdout).toContain(`X-SIGNATURE: ${made}\n`);
    const verified = await run('verify', 'transaction', ...asked, '--signature', made);
    expect(verified).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^The signature holds\./),
    });
    const uncut = shell(
      `HASH=$(LC_ALL=C tr -d '[:space:]' < body.json | openssl dgst -sha256 -r | cut -c1-64)
      printf %s "POST|/gateway/v1.0/balance?b=1|$TOKEN|$HASH|$AT" |
        openssl dgst -sha512 -hmac "$SECRET" -r | cut -c1-128`,
      { AT: timestamp },
    );
    const wrong = await run('verify', 'transaction', ...asked, '--signature', uncut);
    expect(wrong.status).toBe(1);
    expect(wrong.stdout.replace(/\s+/g, ' ')).toContain('signed over the path as it was sent');
  });
});

describe('by the rules of a target of a config', () => {
  const target = (name: string, delimiter: string) => ({
    name,
    profile: 'snap-bi',
    baseUrl: 'https://sandbox.example',
    client: { clientId: 'me', privateKey: { file: 'client.pem' } },
    overrides: { 'token-b2b': { signature: { delimiter } } },
  });
  const timestamp = '2024-03-19T11:46:16+07:00';
  const token = ['--private-key', 'client.pem', '--client-id', 'me', '--timestamp', timestamp];

  it('with its overrides; another target has others', async () => {
    const { bare, write } = await space();
    const targets = [target('one', ';'), target('two', 'none')];
    write('snap.config.json', JSON.stringify({ targets }));
    for (const [name, text] of [
      ['one', `me;${timestamp}`],
      ['two', `me${timestamp}`],
    ] as const) {
      const chosen = ['--config', 'snap.config.json', '--target', name];
      const { stdout, stderr } = await bare(
        'sign',
        'token',
        ...token,
        ...chosen,
        '--format',
        'json',
      );
      const signed = JSON.parse(stdout || stderr) as {
        stringToSign: string;
        headers: Record<string, string>;
      };
      expect(signed.stringToSign).toBe(text);
      const verified = await bare(
        ...['verify', 'token', '--public-key', 'public.pem', '--client-id', 'me'],
        ...[
          '--timestamp',
          timestamp,
          '--signature',
          signed.headers['X-SIGNATURE'] ?? '',
          ...chosen,
        ],
      );
      expect(verified).toMatchObject({
        status: 0,
        stdout: expect.stringMatching(/^The signature holds\./),
      });
    }
  });

  it.each([
    [['--config', 'snap.config.json'], 'Name one with --target: one, two.'],
    [['--target', 'three'], 'there is no target "three"'],
    [['--target', 'one', '--profile', 'bca'], 'by --profile or by a target of a config'],
  ])('is refused if nothing or too much is chosen: %j', async (flags, says) => {
    const { bare, write } = await space();
    write(
      'snap.config.json',
      JSON.stringify({ targets: [target('one', ';'), target('two', '|')] }),
    );
    const { status, stderr } = await bare('sign', 'token', ...token, ...flags);
    expect(status).toBe(2);
    expect(stderr).toContain(says);
  });
});
