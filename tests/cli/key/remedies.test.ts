import { execFileSync, spawnSync } from 'node:child_process';
import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { loadPrivateKey, loadPublicKey } from '../../../src/protocol/keys.js';
import { opensslKeys } from '../../protocol/openssl-keys.js';
import { snap } from '../command.js';
import { workspace } from '../workspace.js';
import { keyFile, privateFiles, theKey } from './key-files.js';
import { commandsIn, password, runCommands } from './printed-commands.js';

const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const withLegacy = spawnSync('openssl', ['list', '-provider', 'legacy', '-providers']).status === 0;
const plain = theKey.export({ type: 'pkcs8', format: 'pem' }) as string;
const its = createPublicKey(theKey);

/** What openssl makes of the plain key. */
const locked = (...args: string[]): Buffer =>
  execFileSync('openssl', [...args, '-passout', `pass:${password}`], {
    input: plain,
    stdio: 'pipe',
  });
const pkcs8Locked = () => locked('pkcs8', '-topk8');
const oldLocked = () => locked('rsa', '-traditional', '-aes256');
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** What ssh-keygen makes of it: it rewrites a file, and the public half is what it prints. */
function openSsh(): { secret: Buffer; shared: string } {
  const { path, write } = workspace();
  const file = write('ssh.pem', plain);
  execFileSync('chmod', ['600', file]);
  execFileSync('ssh-keygen', ['-p', '-N', '', '-f', file], { cwd: path });
  const shared = execFileSync('ssh-keygen', ['-y', '-f', file]).toString();
  return { secret: readFileSync(file), shared };
}

function legacyP12(): Buffer {
  const { path, write } = workspace();
  write('plain.pem', plain);
  const certificate = execFileSync('openssl', ['x509', '-inform', 'DER'], {
    input: keyFile('cert.der'),
  });
  write('cert.pem', certificate.toString());
  const args = ['pkcs12', '-export', '-legacy', '-inkey', 'plain.pem', '-in', 'cert.pem'];
  return execFileSync('openssl', [...args, '-passout', `pass:${password}`], { cwd: path });
}

/** Files that are refused, and which command is asked for them. */
const refused: [title: string, name: string, bytes: () => string | Uint8Array, needs?: string][] = [
  ['encrypted PKCS#8', 'key.pem.enc', pkcs8Locked],
  ['encrypted, in the older form', 'old.pem', oldLocked],
  [
    'encrypted, with \\n for line breaks',
    'esc.pem',
    () => pkcs8Locked().toString().replaceAll('\n', '\\n'),
  ],
  [
    'encrypted of the older form, with \\n',
    'esc.pem',
    () => oldLocked().toString().replaceAll('\n', '\\n'),
  ],
  ['encrypted, on one line', 'one.pem', () => pkcs8Locked().toString().replaceAll('\n', ' ')],
  [
    'encrypted, without BEGIN and END',
    'bare.txt',
    () =>
      pkcs8Locked()
        .toString()
        .replace(/-----.*-----/g, ''),
  ],
  ['encrypted, in DER', 'key.der', () => locked('pkcs8', '-topk8', '-outform', 'DER')],
  ['encrypted, in Base64 as a whole', 'b64.txt', () => base64(pkcs8Locked())],
  ['a name that a shell would split', "toko's key.pem", pkcs8Locked],
  ['PKCS#12', 'store.p12', () => keyFile('key.p12')],
  ['PKCS#12 in Base64', 'store.txt', () => base64(keyFile('key.p12'))],
  [
    'PKCS#12 in Base64, in lines',
    'store.txt',
    () => base64(keyFile('key.p12')).replace(/.{64}/g, '$&\n'),
  ],
  ['JKS', 'store.jks', () => keyFile('key.jks'), 'keytool'],
  ['JKS in Base64', 'store.txt', () => base64(keyFile('key.jks')), 'keytool'],
  ['OpenSSH', 'id_rsa', () => openSsh().secret, 'ssh-keygen'],
];

async function toldFor(args: string[], cwd: string): Promise<string[]> {
  const { status, stderr } = await snap(args, { cwd });
  expect(status).toBe(2);
  const commands = commandsIn(stderr);
  expect(commands).not.toEqual([]);
  return commands;
}

/** The key that the last of the commands wrote. */
function written(
  commands: readonly string[],
  folder: string,
  load: typeof loadPrivateKey,
): KeyObject {
  const file = /(?:-out|--out|>|-f) (\S+)$/.exec(commands.at(-1) ?? '')?.[1] ?? '';
  const loaded = load(readFileSync(join(folder, file)));
  expect(loaded.mended).toEqual([]);
  execFileSync(
    'openssl',
    ['pkey', ...(load === loadPublicKey ? ['-pubin'] : []), '-in', file, '-noout'],
    {
      cwd: folder,
      stdio: 'pipe',
    },
  );
  return loaded.key;
}

const sign = (file: string) => ['sign', 'token', '--private-key', file, '--client-id', 'toko-1'];
const verify = (file: string) => [
  ...['verify', 'token', '--public-key', file, '--client-id', 'toko-1', '--signature', 'AAAA'],
  ...['--timestamp', '2026-11-30T20:00:00+07:00'],
];

describe('what is printed for a private key that is refused works on that very file', () => {
  it.each(refused)('%s', async (_title, name, bytes, needs) => {
    if (needs !== undefined && !has(needs)) return;
    const { path } = workspace();
    writeFileSync(join(path, name), bytes());
    const commands = await toldFor(sign(name), path);
    await runCommands(commands, path);
    expect(written(commands, path, loadPrivateKey).equals(theKey)).toBe(true);
  });

  it.skipIf(!withLegacy)('PKCS#12 with the ciphers of old', async () => {
    const { path } = workspace();
    writeFileSync(join(path, 'old.p12'), legacyP12());
    const commands = await toldFor(sign('old.p12'), path);
    expect(commands.join()).toContain('-legacy');
    await runCommands(commands, path);
    expect(written(commands, path, loadPrivateKey).equals(theKey)).toBe(true);
  });

  const { short, ec, ed25519, rsaPss } = opensslKeys();
  it.each(Object.entries({ short, ec, ed25519, rsaPss }))('%s', async (name, pem) => {
    const { path, write } = workspace();
    write(name, pem);
    const commands = await toldFor(sign(name), path);
    await runCommands(commands, path);
    expect(written(commands, path, loadPrivateKey).type).toBe('private');
  });
});

describe('what is printed for a private key where the public one is asked for works on that very file', () => {
  it.each(privateFiles.map(([name]) => name))('%s', async (name) => {
    const { path } = workspace();
    writeFileSync(join(path, name), keyFile(name));
    const commands = await toldFor(verify(name), path);
    await runCommands(commands, path);
    expect(written(commands, path, loadPublicKey).equals(its)).toBe(true);
  });

  it('also for an attestation', async () => {
    const { path, write } = workspace();
    writeFileSync(join(path, 'esc.pem'), keyFile('esc.pem'));
    write('a.jsonl', '{}');
    const args = ['report', '--verify', 'a.jsonl', '--public-key', 'esc.pem'];
    const commands = await toldFor(args, path);
    await runCommands(commands, path);
    expect(written(commands, path, loadPublicKey).equals(its)).toBe(true);
  });
});

test.skipIf(!has('ssh-keygen'))('a public key of OpenSSH', async () => {
  const { path, write } = workspace();
  write('id_rsa.pub', openSsh().shared);
  const commands = await toldFor(verify('id_rsa.pub'), path);
  await runCommands(commands, path);
  expect(written(commands, path, loadPublicKey).equals(its)).toBe(true);
});

describe('a config', () => {
  const config = (privateKey: object | string) =>
    JSON.stringify({
      targets: [
        {
          ...{ name: 't', profile: 'snap-bi', baseUrl: 'http://127.0.0.1:9' },
          client: { clientId: 'toko-1', privateKey },
        },
      ],
    });

  it('names the file of a refused key from the working directory', async () => {
    const { path, write } = workspace();
    write('sub/snap.config.json', config({ file: '../keys/locked.pem' }));
    write('keys/locked.pem', pkcs8Locked().toString());
    const commands = await toldFor(['run', '--config', 'sub/snap.config.json'], path);
    await runCommands(commands, path);
    expect(written(commands, path, loadPrivateKey).equals(theKey)).toBe(true);
  });

  it('says what FILE is if the key stands in the config', async () => {
    const { path, write } = workspace();
    write('snap.config.json', config(pkcs8Locked().toString()));
    const { status, stderr } = await snap(['run'], { cwd: path });
    expect(status).toBe(2);
    expect(stderr).toContain('FILE is a file that this text has been put into.');
  });

  it.each(privateFiles.map(([name]) => name))(
    'doctor prints for %s what writes it clean',
    async (name) => {
      const { path, write } = workspace();
      writeFileSync(join(path, name), keyFile(name));
      write('snap.config.json', config({ file: name }));
      const { stdout } = await snap(['doctor', '--json'], { cwd: path });
      const command = /snap-conformance key [^"]*--out key\.pem/.exec(stdout)?.[0] ?? '';
      await runCommands([command], path);
      expect(written([command], path, loadPrivateKey).equals(theKey)).toBe(true);
    },
  );
});
