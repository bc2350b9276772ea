import { createHash, createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { testCredentials } from '../../support/sandbox-target.js';
import { snap } from '../command.js';
import { workspace } from '../workspace.js';

const token = 'an-access-token-of-some-length';
const timestamp = '2024-03-19T11:46:16+07:00';

async function space() {
  const made = workspace();
  const [{ clientId, clientSecret, privateKey, publicKey }] = await testCredentials();
  made.write('client.pem', privateKey);
  made.write('public.pem', publicKey.export({ type: 'spki', format: 'pem' }) as string);
  made.write('body.json', '{"a":1}');
  made.write('bearer.txt', `Bearer ${token}\n`);
  const env = { SECRET: clientSecret, TOKEN: token, BEARER: `Bearer ${token}` };
  const run = (...args: string[]) => snap(args, { cwd: made.path, env });
  const hash = createHash('sha256').update('{"a":1}').digest('hex');
  const signed = (text: string) => createHmac('sha512', clientSecret).update(text).digest('base64');
  const right = signed(`POST:/v1.0/list:${token}:${hash}:${timestamp}`);
  return { run, right, signed, hash, clientId };
}

const secret = ['--client-secret-env', 'SECRET'];
const call = ['--method', 'POST', '--path', '/v1.0/list', '--body', 'body.json'];

it.each([
  [['--access-token-file', 'bearer.txt'], "$(sed 's/^[Bb]earer *//' bearer.txt)"],
  [['--access-token-env', 'BEARER'], '$(printf %s "$BEARER" | sed \'s/^[Bb]earer *//\')'],
])('takes Bearer off a token, and says so: %j', async (named, shell) => {
  const { run, right } = await space();
  const sent = [...secret, ...named, ...call, '--timestamp', timestamp];
  const signed = await run('sign', 'transaction', ...sent);
  expect(signed.stdout).toContain(`X-SIGNATURE: ${right}`);
  expect(signed.stderr).toContain('"Bearer " stood before the access token: it was taken off');
  const base = ['--format', 'curl', '--base-url', 'https://sandbox.example'];
  const { stdout } = await run('sign', 'transaction', ...sent, ...base);
  expect(stdout).toContain(`"Authorization: Bearer ${shell}"`);
  const verified = await run('verify', 'transaction', ...sent, '--signature', right);
  expect(verified.status).toBe(0);
  expect(verified.stderr).toContain('it was taken off');
});

it('takes a whole URL for the path apart, and says so', async () => {
  const { run, right, signed, hash } = await space();
  const url = 'https://sandbox.example/v1.0/list';
  const asked = [
    ...['verify', 'transaction', ...secret, '--access-token-env', 'TOKEN', '--method', 'POST'],
    ...['--body', 'body.json', '--timestamp', timestamp, '--path', url],
  ];
  const verified = await run(...asked, '--signature', right);
  expect(verified.status).toBe(0);
  expect(verified.stderr).toContain('its path and query are taken, /v1.0/list');
  const whole = signed(`POST:${url}:${token}:${hash}:${timestamp}`);
  const named = await run(...asked, '--signature', whole, '--json');
  expect(JSON.parse(named.stdout)).toMatchObject({ mistakes: [{ id: 'path/full-url' }] });
});

it('asks for the token that the scheme signs', async () => {
  const { run, right } = await space();
  const asked = ['verify', 'transaction', ...secret, ...call, '--timestamp', timestamp];
  const { status, stderr } = await run(...asked, '--signature', right);
  expect(status).toBe(2);
  expect(stderr).toContain('the scheme symmetric signs the access token, and none is given');
});

it.each([
  ['2026-13-45T99:00:00+07:00', 'month 13'],
  ['1796043600', 'seconds since 1970'],
  ['2026-11-30T20:00:00+0700', 'the offset lacks its colon'],
])('signs a timestamp as given, and says what is wrong with it: %s', async (given, said) => {
  const { run, clientId } = await space();
  const { status, stdout, stderr } = await run(
    ...['sign', 'token', '--client-id', clientId, '--private-key', 'client.pem'],
    ...['--timestamp', given],
  );
  expect(status).toBe(0);
  expect(stdout).toContain(`X-TIMESTAMP: ${given}`);
  expect(stderr).toContain('signed, but its timestamp is not of the documented form');
  expect(stderr).toContain(said);
});

it('prints each mistake with its remedies, and other keys that may have signed', async () => {
  const { run, clientId } = await space();
  const args = ['--client-id', clientId, '--timestamp', timestamp];
  const signed = await run('sign', 'token', '--private-key', 'client.pem', ...args);
  const signature = /^X-SIGNATURE: (.*)$/m.exec(signed.stdout)?.[1] ?? '';
  const hex = Buffer.from(signature, 'base64').toString('hex');
  const { status, stdout } = await run(
    ...['verify', 'token', '--public-key', 'public.pem', '--public-key', 'public.pem', ...args],
    ...['--signature', hex],
  );
  expect(status).toBe(1);
  expect(stdout).toContain('signed in hex instead of Base64 (encoding/hex)');
  expect(stdout).toMatch(/ {4}Sender: Write the bytes of the signature in the documented encoding/);
  expect(stdout).toMatch(/ {4}Server: Read the signature in the documented encoding/);
});

it('says which character of a client id or a secret was hardly meant, and nothing else of the secret', async () => {
  const made = workspace();
  const [{ privateKey, clientSecret }] = await testCredentials();
  made.write('client.pem', privateKey);
  const env = { SECRET: `"${clientSecret}"`, TOKEN: token };
  const run = (...args: string[]) => snap(args, { cwd: made.path, env });
  const ask = ['sign', 'token', '--private-key', 'client.pem', '--client-id'];
  expect((await run(...ask, 'toko-1')).stderr).toBe('');
  expect((await run(...ask, 'toko-1\u200B')).stderr).toContain(
    '--client-id ends with a zero width space (U+200B); it was signed as it was given',
  );
  made.write('body.json', '{}');
  const named = ['--access-token-env', 'TOKEN', ...secret, ...call];
  const { stderr } = await run('sign', 'transaction', ...named);
  expect(stderr).toContain('the client secret stands in quotation marks (U+0022)');
  expect(stderr).not.toContain(clientSecret);
});
