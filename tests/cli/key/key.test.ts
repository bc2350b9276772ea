import { execFileSync } from 'node:child_process';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { keyIdOf } from '../../../src/protocol/key-id.js';
import { opensslKeys } from '../../protocol/openssl-keys.js';
import { snap } from '../command.js';
import { type Workspace, workspace } from '../workspace.js';
import { keyFile, privateFiles, theKey, tracesOfKey } from './key-files.js';
import { password } from './printed-commands.js';

const keys = opensslKeys();
const itsPublicKey = createPublicKey(theKey);
const openssl = (args: string[], cwd: string) =>
  execFileSync('openssl', args, { cwd, stdio: 'pipe' }).toString();

function withFile(name: string, bytes: string | Uint8Array = keyFile(name)): Workspace {
  const space = workspace();
  writeFileSync(join(space.path, name), bytes);
  return space;
}

test.each(['bare1.txt', 'bare8.txt', 'esc.pem', 'jwk.json', 'dotnet.xml', 'nobreak.pem'])(
  'the canary would be seen if %s were printed',
  (name) => {
    const text = keyFile(name).toString();
    expect(tracesOfKey().filter((trace) => text.includes(trace)).length).toBeGreaterThan(20);
  },
);

test('every file that other programs wrote is tested', () => {
  const tested = [
    ...privateFiles.map(([name]) => name),
    'cert.der',
    'pub.der',
    'key.jks',
    'key.p12',
  ];
  expect(readdirSync(join(import.meta.dirname, 'files')).sort()).toEqual(tested.sort());
});

describe.each(privateFiles)('%s', (name, format, mended) => {
  it('is described, with what is wrong with it', async () => {
    const { path } = withFile(name);
    const told = await snap(['key', name, '--json'], { cwd: path });
    expect(told.status).toBe(0);
    const description = JSON.parse(told.stdout);
    expect(description).toMatchObject({
      ...{ file: name, holds: 'private key', type: 'rsa', bits: 2048, usable: true },
      ...{ problem: null, commands: [], out: null },
      publicKeySha256: keyIdOf(itsPublicKey),
    });
    expect(description.format).toContain(format);
    for (const what of mended) expect(description.mended.join('\n')).toContain(what);
    const { stdout } = await snap(['key', name], { cwd: path });
    expect(stdout).toContain(`${name} holds a private key: RSA, 2048 bits`);
    for (const what of mended) expect(stdout).toContain(what);
  });

  it('is written as PKCS#8 that openssl takes, for its owner alone, and over nothing', async () => {
    const { path, read } = withFile(name);
    const args = ['key', name, '--out', 'clean.pem'];
    expect((await snap(args, { cwd: path })).status).toBe(0);
    openssl(['pkey', '-in', 'clean.pem', '-check', '-noout'], path);
    expect(read('clean.pem')).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
    expect(createPrivateKey(read('clean.pem')).equals(theKey)).toBe(true);
    expect(statSync(join(path, 'clean.pem')).mode & 0o777).toBe(0o600);
    const again = await snap(['key', name, '--out', name], { cwd: path });
    expect(again.status).toBe(2);
    expect(again.stderr).toContain('would be overwritten');
    expect(readFileSync(join(path, name)).equals(keyFile(name))).toBe(true);
  });

  it('is printed in no part: canary', async () => {
    const { path } = withFile(name);
    const outputs = await Promise.all([
      snap(['key', name], { cwd: path }),
      snap(['key', name, '--json', '--out', 'key.pem'], { cwd: path }),
      snap(['key', name, '--out', 'key.pem'], { cwd: path }),
      snap(['key', name, '--public', '--out', 'public.pem'], { cwd: path }),
      snap(['verify', 'token', '--public-key', name, ...request], { cwd: path }),
    ]);
    const told = outputs.map(({ stdout, stderr }) => stdout + stderr).join('\n');
    expect(told).toContain('private key');
    expect(tracesOfKey().filter((trace) => told.includes(trace))).toEqual([]);
  });

  it('signs, and what was put right is said', async () => {
    const { path } = withFile(name);
    const args = ['sign', 'token', '--private-key', name, '--client-id', 'toko-1'];
    const signed = await snap(args, { cwd: path });
    expect(signed.status).toBe(0);
    for (const what of mended) expect(signed.stderr).toContain(`--private-key: ${what}`);
  });
});

const request = [
  ...['--client-id', 'toko-1', '--timestamp', '2026-11-30T20:00:00+07:00'],
  ...['--signature', 'AAAA'],
];

test.each([
  ['cert.der', 'certificate', 'X.509 in DER'],
  ['pub.der', 'public key', 'SubjectPublicKeyInfo in DER'],
])('%s is described and written as SPKI', async (name, holds, format) => {
  const { path, read } = withFile(name);
  const told = await snap(['key', name, '--json', '--out', 'public.pem'], { cwd: path });
  expect(told.status).toBe(0);
  expect(JSON.parse(told.stdout)).toMatchObject({ holds, format, bits: 2048, out: 'public.pem' });
  openssl(['pkey', '-pubin', '-in', 'public.pem', '-noout'], path);
  expect(createPublicKey(read('public.pem')).equals(itsPublicKey)).toBe(true);
  expect(statSync(join(path, 'public.pem')).mode & 0o777).toBe(0o600);
});

test('clean PEM has nothing to put right', async () => {
  const { path } = withFile('clean.pem', keys.pkcs8);
  const { status, stdout } = await snap(['key', 'clean.pem'], { cwd: path });
  expect(status).toBe(0);
  expect(stdout).toContain('format: PKCS#8 in PEM');
  expect(stdout).not.toMatch(/put right|problem|--out/);
});

test.each([
  ['of 1024 bits', keys.short, 'private key', 'has 1024 bits and needs at least 2048'],
  ['of EC', keys.ec, 'private key', 'a key of the type ec'],
  ['of Ed25519', keys.ed25519, 'private key', 'a key of the type ed25519'],
  ['for RSA-PSS', keys.rsaPss, 'private key', 'for RSA-PSS only'],
  ['of OpenSSH', keys.pkcs8.replaceAll(' PRIVATE', ' OPENSSH PRIVATE'), null, 'format of OpenSSH'],
  ['that is encrypted', keys.encryptedPkcs8, null, 'encrypted with a passphrase'],
  ['that is cut off', keys.pkcs8.replace(/\n.*\n.*\n(?=-----END)/, '\n'), null, 'cut off'],
  ['that is a certificate request', keys.request, null, 'a certificate request'],
])('a key %s is named and not written', async (_title, text, holds, problem) => {
  const { path } = withFile('key.txt', text);
  const told = await snap(['key', 'key.txt', '--json', '--out', 'out.pem'], { cwd: path });
  expect(told.status).toBe(1);
  const description = JSON.parse(told.stdout);
  expect(description).toMatchObject({ holds, usable: false, out: null });
  expect(description.problem).toContain(problem);
  expect(readdirSync(path)).toEqual(['key.txt']);
  const { stdout } = await snap(['key', 'key.txt', '--out', 'out.pem'], { cwd: path });
  expect(stdout).toContain(problem);
  expect(stdout).toContain('Nothing was written.');
});

test.each([
  ['PKCS#8', 'pkcs8', ['pkcs8', '-topk8']],
  ['the older form', 'pkcs1', ['rsa', '-traditional', '-aes256']],
] as const)(
  'an encrypted key of %s: its passphrase opens it, another does not',
  async (_title, _form, args) => {
    const space = withFile('plain.pem', theKey.export({ type: 'pkcs8', format: 'pem' }));
    openssl(
      [...args, '-in', 'plain.pem', '-passout', `pass:${password}`, '-out', 'locked.pem'],
      space.path,
    );
    const key = ['key', 'locked.pem', '--passphrase-env', 'KEY_PASSPHRASE'];
    const wrong = await snap([...key, '--json'], {
      cwd: space.path,
      env: { KEY_PASSPHRASE: 'no' },
    });
    expect(wrong.status).toBe(1);
    expect(JSON.parse(wrong.stdout).problem).toContain(
      'the passphrase does not open the private key',
    );
    const right = await snap([...key, '--out', 'key.pem'], {
      cwd: space.path,
      env: { KEY_PASSPHRASE: password },
    });
    expect(right.status).toBe(0);
    expect(right.stdout).not.toContain(password);
    expect(createPrivateKey(space.read('key.pem')).equals(theKey)).toBe(true);
  },
);

test('what was given wrong is told with status 2', async () => {
  const { path } = withFile('key.p12');
  for (const [args, said] of [
    [['key', 'none.pem'], 'there is no such file'],
    [['key', 'key.p12', '--public'], 'Give --out public.pem too.'],
    [['key', 'key.p12', '--passphrase-env', 'KEY_PASSPHRASE'], 'export KEY_PASSPHRASE=…'],
  ] as const) {
    const { status, stderr } = await snap(args, { cwd: path, env: { KEY_PASSPHRASE: undefined } });
    expect(status).toBe(2);
    expect(stderr).toContain(said);
  }
  const { path: other } = withFile('esc.pem');
  const nowhere = await snap(['key', 'esc.pem', '--out', 'no/such/key.pem'], { cwd: other });
  expect(nowhere.status).toBe(2);
  expect(nowhere.stderr).toContain("can't write there: ENOENT");
});
