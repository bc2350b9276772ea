import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { reporterNames } from '../../reports/formats.js';
import type { Result } from '../../schemas/generated/result.js';
import { snap } from '../cli/command.js';
import { allReports } from '../support/all-reports.js';
import { createAuthority } from '../support/certificates.js';
import { startSandboxTarget, testCredentials } from '../support/sandbox-target.js';
import { folder, freePort, needs, openssl, startNginx, startTinyproxy } from './peers.js';

const passwords = {
  proxy: 'proxy-hunter2-Zebra',
  pfx: 'keystore-correct-horse-Quagga',
  key: 'private-battery-staple-Okapi',
};

/** A sandbox behind nginx that asks for client certificates, reached by name through a proxy that asks for a password. */
async function everythingSecret() {
  const { sandbox } = await startSandboxTarget('bank');
  onTestFinished(() => sandbox.close());
  const authority = createAuthority('networks');
  const server = authority.certify('bank.test', 'subjectAltName=DNS:bank.test');
  const own = authority.certify('merchant', 'extendedKeyUsage=clientAuth');
  const port = await freePort();
  await startNginx(
    `server {
      listen 127.0.0.1:${port} ssl; ssl_certificate {folder}/cert.pem; ssl_certificate_key {folder}/key.pem;
      ssl_client_certificate {folder}/ca.pem; ssl_verify_client on; ssl_protocols TLSv1.2 TLSv1.3;
      location / { proxy_pass ${sandbox.url}; proxy_http_version 1.1; proxy_set_header Host $http_host; }
    }`,
    port,
    { 'cert.pem': server.cert, 'key.pem': server.key, 'ca.pem': authority.cert },
  );
  const proxy = await startTinyproxy({ user: 'merchant', password: passwords.proxy });
  const place = folder();
  const [client, otherClient] = await testCredentials();
  place.write('ca.pem', authority.cert);
  place.write('own-cert.pem', own.cert);
  place.write('own-key.pem', own.key);
  place.write('client.pem', client.privateKey);
  openssl(
    place.path,
    [
      'pkcs12',
      '-export',
      '-in',
      'own-cert.pem',
      '-inkey',
      'own-key.pem',
      '-out',
      'own.p12',
      '-passout',
      'env:P',
    ],
    { P: passwords.pfx },
  );
  openssl(
    place.path,
    ['pkcs8', '-topk8', '-in', 'client.pem', '-out', 'client-encrypted.pem', '-passout', 'env:P'],
    { P: passwords.key },
  );
  // A vault that prints a secret, and tells on standard error that it did; each call leaves a line.
  place.write(
    'vault.mjs',
    `import { appendFileSync } from 'node:fs';
const secrets = ${JSON.stringify(passwords)};
appendFileSync('asked.txt', process.argv[2] + '\\n');
console.error('read ' + process.argv[2]);
console.log(secrets[process.argv[2]]);
`,
  );
  const command = (name: keyof typeof passwords) => ({
    command: [process.execPath, 'vault.mjs', name],
  });
  const target = {
    name: 'bank',
    profile: 'snap-bi',
    baseUrl: `https://bank.test:${port}`,
    client: {
      clientId: client.clientId,
      clientSecret: client.clientSecret,
      privateKey: { file: 'client-encrypted.pem', passphrase: command('key') },
    },
    otherClient: {
      clientId: otherClient.clientId,
      privateKey: otherClient.privateKey,
    },
    tls: { ca: { file: 'ca.pem' }, pfx: { file: 'own.p12', passphrase: command('pfx') } },
    proxy: {
      url: `http://127.0.0.1:${proxy.port}`,
      username: 'merchant',
      password: command('proxy'),
    },
    resolve: { 'bank.test': '127.0.0.1' },
    limits: { rate: 10_000 },
  };
  place.write(
    'snap.config.json',
    JSON.stringify({ targets: [target, { ...target, name: 'again' }] }),
  );
  return { sandbox, place, target, command };
}

/** What the files of a folder hold. */
function filesIn(path: string): string[] {
  return readdirSync(path).map((name) => readFileSync(join(path, name)).toString('latin1'));
}

/** In which a secret may be told, as it is or as it is sent. */
function traces(text: string): string[] {
  return Object.values(passwords)
    .flatMap((password) => [
      password,
      encodeURIComponent(password),
      Buffer.from(password).toString('base64').slice(0, -4),
      Buffer.from(`merchant:${password}`).toString('base64').slice(0, -4),
      Buffer.from(password).toString('hex'),
    ])
    .filter((form) => text.includes(form));
}

test('a run through an authenticating proxy, with a PKCS#12 certificate and an encrypted key, all three passwords by command', async (context) => {
  needs(context, 'nginx', 'tinyproxy', 'openssl');
  const { sandbox, place, target, command } = await everythingSecret();
  const at = { cwd: place.path };
  const asked = () => {
    const files = readdirSync(place.path);
    return files.includes('asked.txt')
      ? readFileSync(join(place.path, 'asked.txt'), 'utf8').trim().split('\n').toSorted()
      : [];
  };
  const quiet = [await snap(['list'], at), await snap(['run', '--dry-run'], at)];
  expect(quiet.map(({ status }) => status)).toEqual([0, 0]);
  expect(asked()).toEqual([]);
  expect(sandbox.requests).toBe(0);

  const ran = await snap(
    ['run', '--target', 'bank', '--verbose', '--reporter', reporterNames.join(',')],
    at,
  );
  expect(ran.status).toBe(0);
  const result = JSON.parse(
    readFileSync(join(place.path, 'snap-report/result.json'), 'utf8'),
  ) as Result;
  expect(
    result.targets[0]?.checks.filter(
      ({ outcome }) => outcome === 'failed' || outcome === 'cantTell',
    ),
  ).toEqual([]);
  expect(result.targets[0]?.verdict).toBe('conformant');
  // Each command once, though two targets name it.
  expect(asked()).toEqual(['key', 'pfx', 'proxy']);

  const doctor = await snap(['doctor', '--target', 'bank'], at);
  expect(doctor.status).toBe(0);
  expect(doctor.stdout).toContain('with credentials (by /targets/0/proxy)');
  // What goes wrong tells none of them either: a passphrase of another, credentials of another.
  const exchanged = (changes: object) =>
    place.write('wrong.json', JSON.stringify({ targets: [{ ...target, ...changes }] }));
  const wrong = async (...words: string[]) => snap([...words, '--config', 'wrong.json'], at);
  exchanged({ tls: { ...target.tls, pfx: { ...target.tls.pfx, passphrase: command('proxy') } } });
  const unopened = await wrong('run');
  expect(unopened.status).toBe(2);
  expect(unopened.stderr).toContain('the passphrase does not open this PKCS#12 keystore');
  exchanged({ proxy: { ...target.proxy, password: command('key') } });
  const refused = [
    await wrong('run', '--reporter', 'json,html,junit', '--out', 'refused'),
    await wrong('doctor'),
  ];
  expect(refused.map(({ status }) => status)).toEqual([3, 3]);
  const written = ['snap-report', 'refused'].flatMap((name) => filesIn(join(place.path, name)));
  const told = [...quiet, ran, doctor, unopened, ...refused];
  expect(written.length).toBeGreaterThan(12);
  const artefacts = [
    ...written,
    ...(await allReports(result)),
    ...told.flatMap(({ stdout, stderr }) => [stdout, stderr]),
  ];
  expect(artefacts.filter((text) => text !== '').length).toBeGreaterThanOrEqual(14);
  expect(artefacts.flatMap(traces)).toEqual([]);
}, 180_000);
