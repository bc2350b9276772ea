import { createPrivateKey, createPublicKey } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { completedCommands } from '../../src/cli/completion/completion-words.js';
import { packageRoot } from '../../src/engine/input/package-root.js';
import type { Workspace } from '../cli/workspace.js';
import { classes, clientIds, secrets, tlsCert } from './canaries.js';
import { gossip, refusing } from './gossip.js';
import { outputs, writeBroken } from './outputs.js';

const path = mkdtempSync(join(tmpdir(), 'snap-secrets-'));
const read = (file: string) => readFileSync(join(path, file), 'utf8');
const write = (file: string, text: string) => {
  writeFileSync(join(path, file), text);
  return join(path, file);
};
const space: Workspace = {
  path,
  read,
  write,
  result: (out = 'first') => JSON.parse(read(`${out}/result.json`)),
};
const server = createServer(gossip());

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  write('snap.config.json', JSON.stringify(configFor(url)));
  write('refused.config.json', JSON.stringify(configFor(`${url}${refusing}`)));
  const proxy = `http://someone:${secrets.proxyPassword}@127.0.0.1:9`;
  write('proxied.config.json', JSON.stringify(configFor('http://target.example', { proxy })));
  write('client.pem', secrets.privateKey);
  write(
    'public.pem',
    createPublicKey(secrets.privateKey).export({ type: 'spki', format: 'pem' }).toString(),
  );
  const locked = createPrivateKey(secrets.privateKey).export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: secrets.passphrase,
  });
  write('locked.pem', locked.toString());
  write('body.json', JSON.stringify({ partnerReferenceNo: '1' }));
  write('request.txt', requestOf(url));
  write('policy.json', JSON.stringify(policyFor(url)));
  writeBroken(space);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(path, { recursive: true, force: true });
});

function configFor(url: string, more: object = {}) {
  const client = {
    clientId: clientIds[0],
    clientSecret: secrets.clientSecret,
    privateKey: secrets.privateKey,
  };
  return {
    targets: [
      {
        ...more,
        ...{ name: 'bank', profile: 'snap-bi', baseUrl: url, client },
        otherClient: {
          clientId: clientIds[1],
          clientSecret: secrets.otherSecret,
          privateKey: secrets.otherKey,
        },
        tls: { key: secrets.tlsKey, cert: tlsCert },
        redact: ['X-Branch', 'pin'],
        tokenHeaders: { 'X-API-KEY': secrets.apiKey, Cookie: `sid=${secrets.cookie}` },
        transactions: [
          {
            ...{
              serviceCode: '11',
              method: 'POST',
              path: `/v1.0/balance-inquiry?apikey=${secrets.query}`,
            },
            body: { partnerReferenceNo: '1', pin: secrets.listedMember },
            headers: {
              'X-API-KEY': secrets.apiKey,
              'X-Branch': secrets.listedHeader,
              'X-PARTNER-ID': 'toko-1',
              'CHANNEL-ID': '95221',
            },
            expiredToken: secrets.expiredToken,
          },
          {
            ...{ serviceCode: '27', method: 'POST', path: '/v1.0/transfer-va/create-va' },
            body: { partnerReferenceNo: '2' },
            headers: {
              'X-API-KEY': secrets.furtherKey,
              'X-PARTNER-ID': 'toko-1',
              'CHANNEL-ID': '95221',
            },
            expiredToken: secrets.furtherToken,
          },
        ],
        customer: {
          authCodes: Array.from({ length: 40 }, (_, at) =>
            at === 0 ? secrets.authCode : `${secrets.authCode}-${at}`,
          ),
          headers: { Cookie: `sid=${secrets.cookie}` },
        },
      },
    ],
  };
}

/** It names a target that failed, so that all messages are told. */
function policyFor(url: string) {
  return {
    targets: [
      { baseUrl: url, profile: 'snap-bi', services: ['token-b2b', 'token-b2b2c', 'transaction'] },
    ],
    requirements: { level: 'MAY' },
    ...{ depth: 'quick', maxAgeDays: 1, signedBy: [{ name: 'Bank', publicKey: 'public.pem' }] },
  };
}

function requestOf(url: string): string {
  return [
    `curl '${url}/v1.0/balance-inquiry' -X POST -H 'Content-Type: application/json'`,
    `-H 'X-TIMESTAMP: 2024-03-19T18:46:16+07:00' -H 'X-SIGNATURE: ${'A'.repeat(86)}=='`,
    `-H 'Authorization: Bearer ${secrets.expiredToken}' -H 'X-API-KEY: ${secrets.apiKey}'`,
    `-H 'X-PARTNER-ID: toko-1' -b 'sid=${secrets.cookie}' --data '{"pin":"${secrets.listedMember}"}'`,
  ].join(' ');
}

/** What may print a secret because it was asked to: the body of a request goes on as it was given. */
const onPurpose: Readonly<Record<string, readonly string[]>> = {
  'sign: from a request': ['member that the config lists in redact'],
};

const cells: Record<string, string> = {};

test.for(outputs.map((output) => [`${output.command}: ${output.name}`, output] as const))(
  '%s holds no secret',
  { timeout: 180_000 },
  async ([title, output]) => {
    const texts = await output.say(space);
    expect(texts.join('').length).toBeGreaterThan(20);
    for (const [name, traces] of Object.entries(classes)) {
      if (onPurpose[title]?.includes(name)) continue;
      for (const text of texts)
        for (const trace of traces) expect(around(text, trace), name).toBeUndefined();
    }
    cells[title] = texts.some((text) =>
      /\[(?:client secret|private key|authorization code|value-of-)|\S{6}…\S{4}/.test(text),
    )
      ? 'hidden'
      : 'none comes';
  },
);

test('no command is without a row', async () => {
  const program = new Command('snap-conformance');
  const folder = join(packageRoot, 'src/cli');
  for (const name of readdirSync(folder)) {
    if (!existsSync(join(folder, name, 'command.ts'))) continue;
    const module: Record<string, (to: Command) => void> = await import(
      `../../src/cli/${name}/command.ts`
    );
    for (const [exported, add] of Object.entries(module))
      if (exported.startsWith('add')) add(program);
  }
  const commands = completedCommands(program)
    .map((each) => each.path)
    .filter((each) => each !== '');
  expect(commands.length).toBeGreaterThan(12);
  expect(commands.filter((each) => !outputs.some(({ command }) => command === each))).toEqual([]);
});

test('the server was told every secret of the config, and the reports hid them', () => {
  const kept = read('first/result.json');
  for (const shown of [
    '[client secret]',
    '[private key]',
    '[value-of-X-API-KEY]',
    '[value-of-apikey]',
    '[value-of-Cookie]',
    '[value-of-X-Branch]',
    '[value-of-pin]',
    '[authorization code]',
  ])
    expect(kept).toContain(shown);
  expect(kept).toMatch(/"accessToken\\":\\"[\w-]{6}…/);
});

test('what docs/reliability.md shows is this table', () => {
  const file = join(packageRoot, 'tests/reliability/measured/secrets.json');
  const table = { classes: Object.keys(classes), outputs: cells };
  if (process.env['WRITE_RELIABILITY']) writeFileSync(file, `${JSON.stringify(table, null, 2)}\n`);
  const stored = JSON.parse(readFileSync(file, 'utf8'));
  expect(stored.classes).toEqual(table.classes);
  expect(Object.keys(stored.outputs)).toEqual(
    outputs.map(({ command, name }) => `${command}: ${name}`),
  );
});

/** Where a text holds another, with its surroundings: what a failure shows. */
function around(text: string, part: string): string | undefined {
  const at = text.indexOf(part);
  return at < 0 ? undefined : text.slice(Math.max(0, at - 200), at + 100);
}
