import { createPrivateKey } from 'node:crypto';
import { expect, it } from 'vitest';
import { testCredentials } from '../../support/sandbox-target.js';
import { snap } from '../command.js';
import { sandbox, workspace } from '../workspace.js';

const passphrase = 'of the key: "$1" & more';

/** A folder with a client's key, as it is and encrypted. */
async function space() {
  const made = workspace();
  const [{ clientId, privateKey }] = await testCredentials();
  made.write('client.pem', privateKey);
  const locked = createPrivateKey(privateKey).export({
    ...{ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase },
  } as const);
  made.write('locked.pem', String(locked));
  made.write('passphrase.txt', `${passphrase}\n`);
  const env = { KEY_PASSPHRASE: passphrase, OTHER: 'another one' };
  const run = (...args: string[]) => snap(args, { cwd: made.path, env });
  return { ...made, clientId, run };
}

it('sign opens an encrypted key and signs as with the plain one', async () => {
  const { run, clientId } = await space();
  const token = (...key: string[]) =>
    run(
      ...['sign', 'token', '--client-id', clientId, '--timestamp', '2026-03-19T11:46:16+07:00'],
      ...['--private-key', ...key],
    );
  const plain = await token('client.pem');
  expect(plain.status, plain.stderr).toBe(0);
  const byEnv = await token('locked.pem', '--passphrase-env', 'KEY_PASSPHRASE');
  const byFile = await token('locked.pem', '--passphrase-file', 'passphrase.txt');
  expect([byEnv.stdout, byFile.stdout]).toEqual([plain.stdout, plain.stdout]);
  const wrong = await token('locked.pem', '--passphrase-env', 'OTHER');
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toContain('--private-key: the passphrase does not open the private key');
  const without = await token('locked.pem');
  expect(without.status).toBe(2);
  expect(without.stderr).toContain('--passphrase-env KEY_PASSPHRASE');
});

it('run by flags opens an encrypted key, and its replay does too', async () => {
  const { run, clientId, result } = await space();
  const { url } = await sandbox('grant-may-be-stored');
  const target = ['--profile', 'snap-bi', '--base-url', url, '--client-id', clientId];
  const locked = [...target, '--private-key', 'locked.pem'];
  const only = ['--only', 'token-b2b/response/cache-control', '--strict'];
  const opened = await run('run', ...locked, '--passphrase-env', 'KEY_PASSPHRASE', ...only);
  expect(opened.status, opened.stderr).toBe(1);
  const [check] = result().targets[0]?.checks ?? [];
  expect(check?.replay).toContain('--private-key locked.pem --passphrase-env KEY_PASSPHRASE');
  const wrong = await run('run', ...locked, '--passphrase-env', 'OTHER', ...only);
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toContain('--private-key');
  expect(wrong.stderr).toContain('passphrase');
});

it('a passphrase without the target that it belongs to is an error', async () => {
  const { run } = await space();
  const { status, stderr } = await run('run', '--passphrase-env', 'KEY_PASSPHRASE');
  expect(status).toBe(2);
  expect(stderr).toContain('needs --profile and --base-url and --client-id and --private-key too');
});
