import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { TargetConfig } from '../../schemas/generated/config.js';
import { planTarget } from '../../src/engine/config/plan-target.js';
import { fetchSecrets } from '../../src/engine/config/secrets/fetch-secrets.js';
import { examine } from '../../src/engine/doctor/examine.js';
import { run } from '../../src/engine/run/run.js';
import { type Authority, type CertifiedKey, createAuthority } from '../support/certificates.js';
import { planOf, startSandboxTarget, testCredentials } from '../support/sandbox-target.js';
import { folder, freePort, needs, openssl, startNginx } from './peers.js';

const password = 'a-passphrase-of-the-tests';

/** Certificates and keys in every form, made once. */
function made(): { server: CertifiedKey; files: Record<string, Buffer>; authority: Authority } {
  materials ??= (() => {
    const authority = createAuthority('networks');
    const server = authority.certify('bank.test', 'subjectAltName=DNS:bank.test,IP:::1');
    const own = authority.certify('merchant', 'extendedKeyUsage=clientAuth');
    const place = folder();
    for (const [name, text] of Object.entries({
      'ca.pem': authority.cert,
      'cert.pem': own.cert,
      'key.pem': own.key,
      'client.pem': client.privateKey,
      'server.pem': server.cert + server.key,
    }))
      place.write(name, text);
    const encrypt = (...args: string[]) =>
      openssl(place.path, [...args, '-passout', 'env:P'], { P: password });
    encrypt('pkcs8', '-topk8', '-in', 'key.pem', '-out', 'key-pkcs8.pem');
    for (const name of ['key', 'client'])
      encrypt('rsa', '-in', `${name}.pem`, '-aes128', '-traditional', '-out', `${name}-legacy.pem`);
    encrypt(...pair, '-out', 'own.p12');
    const files = Object.fromEntries(
      readdirSync(place.path).map((name) => [name, readFileSync(join(place.path, name))]),
    );
    return { authority, server, files };
  })();
  return materials;
}

let materials: ReturnType<typeof made> | undefined;
const [client] = await testCredentials();
const pair = ['pkcs12', '-export', '-in', 'cert.pem', '-inkey', 'key.pem'];

/** A folder with all of them, and the config of a target that asks for a client certificate. */
async function certified({ listen = '', more = '' } = {}) {
  const { authority, server, files } = made();
  const { sandbox } = await startSandboxTarget('bank', { transaction: true });
  onTestFinished(() => sandbox.close());
  const port = await freePort();
  const nginx = () =>
    startNginx(
      `server {
        listen 127.0.0.1:${port} ssl ${listen}; ssl_certificate {folder}/cert.pem; ssl_certificate_key {folder}/key.pem;
        ssl_client_certificate {folder}/ca.pem; ssl_verify_client on; ssl_protocols TLSv1.2 TLSv1.3;
        location / { proxy_pass ${sandbox.url}; proxy_http_version 1.1; proxy_set_header Host $http_host; ${more} }
      }`,
      port,
      { 'cert.pem': server.cert, 'key.pem': server.key, 'ca.pem': authority.cert },
    );
  const place = folder();
  for (const [name, bytes] of Object.entries(files)) place.write(name, bytes);
  const encrypt = (...args: string[]) => openssl(place.path, args, { P: password });
  const config = (changes: Partial<TargetConfig> = {}) => ({
    file: 'c.json',
    folder: place.path,
    config: {
      targets: [
        {
          name: 'bank',
          profile: 'snap-bi',
          baseUrl: `https://bank.test:${port}`,
          client: { clientId: client.clientId, privateKey: client.privateKey },
          resolve: { 'bank.test': '127.0.0.1' },
          limits: { rate: 10_000 },
          tls: { ca: { file: 'ca.pem' } },
          ...changes,
        } as TargetConfig,
      ] as [TargetConfig],
    },
  });
  return { place, port, nginx, config, encrypt };
}

const passphrase = { env: 'TEST_PASSPHRASE' };
const environment = { TEST_PASSPHRASE: password };

async function planOfConfig(loaded: Parameters<typeof fetchSecrets>[0], env = environment) {
  return planTarget(await fetchSecrets(loaded, [], env), 0, { environment: {} });
}

test('nginx asks for a client certificate, and gets it from PEM, encrypted or not, and from PKCS#12', async (context) => {
  needs(context, 'nginx', 'openssl');
  const { config, nginx } = await certified();
  await nginx();
  const ca = { file: 'ca.pem' };
  const cert = { file: 'cert.pem' };
  const outcomes: unknown[] = [];
  for (const tls of [
    { ca },
    { ca, cert, key: { file: 'key.pem' } },
    { ca, cert, key: { file: 'key-pkcs8.pem', passphrase } },
    { ca, cert, key: { file: 'key-legacy.pem', passphrase } },
    { ca, pfx: { file: 'own.p12', passphrase } },
  ]) {
    const key = { file: 'client-legacy.pem', passphrase };
    const loaded = config({
      tls,
      client: { clientId: client.clientId, privateKey: key },
    });
    const { targets } = await run(
      planOf([await planOfConfig(loaded)], { only: ['*/response-code'] }),
    );
    outcomes.push(targets[0]?.control.outcome);
  }
  expect(outcomes).toEqual(['refused', 'accepted', 'accepted', 'accepted', 'accepted']);
});

test.for([
  [
    {
      client: {
        clientId: 'id',
        privateKey: { file: 'client-legacy.pem', passphrase: 'wrong-one' },
      },
    },
    'the passphrase does not open the private key',
    '/client/privateKey/passphrase',
  ],
  [
    { client: { clientId: 'id', privateKey: { file: 'client-legacy.pem' } } },
    'the private key is encrypted with a passphrase',
    '/client/privateKey\n',
  ],
  [
    {
      tls: { cert: { file: 'cert.pem' }, key: { file: 'key-pkcs8.pem', passphrase: 'wrong-one' } },
    },
    'the passphrase does not open the private key',
    '/tls/key/passphrase',
  ],
  [
    { tls: { cert: { file: 'cert.pem' }, key: { file: 'key-pkcs8.pem' } } },
    'an encrypted one without its passphrase',
    '/tls/key\n',
  ],
  [
    { tls: { pfx: { file: 'own.p12', passphrase: 'wrong-one' } } },
    'the passphrase does not open this PKCS#12',
    '/tls/pfx/passphrase',
  ],
  [{ tls: { pfx: { file: 'own.p12' } } }, 'this PKCS#12 keystore has a passphrase', '/tls/pfx\n'],
  [{ tls: { pfx: { file: 'cert.pem' } } }, 'this is no PKCS#12 keystore', '/tls/pfx\n'],
  [
    {
      tls: {
        pfx: { file: 'own.p12', passphrase: password },
        cert: { file: 'cert.pem' },
        key: { file: 'key.pem' },
      },
    },
    'there are two client certificates',
    '/tls/pfx\n',
  ],
] as [Partial<TargetConfig>, string, string][])(
  '%j is one clear error',
  async ([changes, what, pointer], context) => {
    needs(context, 'openssl');
    const { config } = await certified();
    const problem = await planOfConfig(config(changes)).catch(
      (error: Error) => `${error.message}\n`,
    );
    expect(problem).toContain(what);
    expect(problem).toContain(`c.json#/targets/0${pointer}`);
    expect(problem).not.toContain('wrong-one');
  },
);

test('an old PKCS#12 keystore is told how it is written again, and is taken then', async (context) => {
  needs(context, 'openssl');
  const { config, encrypt } = await certified();
  encrypt(
    ...pair,
    '-legacy',
    '-certpbe',
    'PBE-SHA1-RC2-40',
    '-out',
    'client.p12',
    '-passout',
    'env:P',
  );
  const tls = (file: string) => ({ tls: { pfx: { file, passphrase } } });
  const problem = await planOfConfig(config(tls('client.p12'))).catch(String);
  const commands = [...String(problem).matchAll(/"(openssl [^"]+)"/g)].map(([, words = '']) =>
    words.split(' ').slice(1),
  );
  expect(commands).toHaveLength(2);
  for (const words of commands)
    encrypt(...words, words.includes('-export') ? '-passout' : '-passin', 'env:P');
  expect((await planOfConfig(config(tls('client-new.p12')))).tls.pfx).toBeDefined();
});

test('openssl s_server: doctor hands in the certificate, and says what is missing without it', async (context) => {
  needs(context, 'openssl');
  const { config, place, port } = await certified();
  const server = spawn(
    'openssl',
    [
      's_server',
      '-accept',
      `127.0.0.1:${port}`,
      '-cert',
      'server.pem',
      '-CAfile',
      'ca.pem',
      '-Verify',
      '1',
      '-verify_return_error',
      '-tls1_2',
      '-www',
    ],
    { cwd: place.path, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  onTestFinished(() => void server.kill('SIGKILL'));
  await new Promise((resolve) => server.stdout.once('data', resolve));
  const ca = { file: 'ca.pem' };
  const about = async (tls: TargetConfig['tls']) => {
    place.write('snap.config.json', JSON.stringify(config({ tls: tls ?? {} }).config));
    const [examination] = await examine({}, place.path);
    return examination?.findings
      .map(({ about, status, message }) => `${status} ${about}: ${message}`)
      .join('\n');
  };
  expect(await about({ ca, pfx: { file: 'own.p12', passphrase: password } })).toMatch(
    /ok TLS: TLSv1\.2/,
  );
  expect(await about({ ca })).toMatch(/error TLS: no handshake/);
});

test('http2: true: nginx is spoken to over HTTP/2, what has no form there over HTTP/1.1, and the target is conformant', async (context) => {
  needs(context, 'nginx', 'openssl');
  const { config, nginx } = await certified({
    listen: 'http2',
    more: 'add_header X-Spoken $server_protocol always;',
  });
  await nginx();
  const loaded = config({
    http2: true,
    limits: { rate: 10_000, concurrency: 8 },
    tls: { ca: { file: 'ca.pem' }, pfx: { file: 'own.p12', passphrase } },
  });
  const { targets, exchanges } = await run(
    planOf([await planOfConfig(loaded)], { depth: 'quick' }),
  );
  const wrong = targets[0]?.checks.filter(
    ({ outcome }) => outcome === 'failed' || outcome === 'cantTell',
  );
  expect(wrong?.map(({ id, message }) => [id, message])).toEqual([]);
  const spoken = exchanges.flatMap(({ http2 = false, response }) => {
    const [, said] = response?.headers.find(([name]) => name.toLowerCase() === 'x-spoken') ?? [];
    return said === undefined ? [] : [[http2, said]];
  });
  expect(spoken).toContainEqual([true, 'HTTP/2.0']);
  expect(spoken).toContainEqual([false, 'HTTP/1.1']);
  expect(spoken.filter(([http2, said]) => http2 !== (said === 'HTTP/2.0'))).toEqual([]);
  const cased = exchanges.find(
    ({ mutation }) => mutation?.name === 'header names in other letter case',
  );
  expect(cased).toBeDefined();
  expect(cased?.http2).toBeUndefined();
}, 120_000);
