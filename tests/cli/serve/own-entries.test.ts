import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Config } from '../../../schemas/generated/config.js';
import {
  signTokenRequest,
  signTransactionRequest,
} from '../../../src/engine/signing/sign-request.js';
import { faults } from '../../../src/sandbox/faults/index.js';
import { snap, start } from '../command.js';
import { workspace } from '../workspace.js';

const said = 'Ctrl-C stops it.';
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }) as string;
const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;

it("serves one's own client and service, and explains each refusal in a line and a header", async () => {
  const space = workspace();
  space.write('my.pem', publicKey);
  const server = start(
    [
      ...['serve', '--keys', 'keys', '--host', '0.0.0.0', '--client', 'my=client=my.pem'],
      ...['--transaction', '/v1.0/transfer-va/create-va=27', '--transaction', '/v1.0/other=99'],
      // The usual service is there anyway.
      ...['--transaction', '/v1.0/balance-inquiry=11'],
      ...['--transaction', 'GET /v1.0/transfer-va/report=35'],
      ...['--explain', '--explain-header'],
    ],
    { cwd: space.path },
  );
  const welcome = await server.saying(said);
  const [target] = (JSON.parse(space.read('keys/snap.config.json')) as Config).targets;
  expect(target.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(welcome).toContain('  client         my=client (with the client secret of the first)');
  expect(welcome).toContain(`POST ${target.baseUrl}/v1.0/transfer-va/create-va (service 27)`);
  expect(welcome).toContain(`GET ${target.baseUrl}/v1.0/transfer-va/report (service 35)`);
  expect(
    target.transactions?.map(({ method, serviceCode, repeatable, body }) => [
      ...[method, serviceCode, repeatable],
      body !== undefined,
    ]),
  ).toEqual([
    ['POST', '11', true, true],
    ['POST', '27', true, true],
    ['POST', '99', true, true],
    ['GET', '35', true, false],
  ]);

  const send = async (
    { path, headers, body }: { path: string; headers: Record<string, string>; body?: string },
    changed: Record<string, string> = {},
  ) => {
    const response = await fetch(target.baseUrl + path, {
      method: 'POST',
      headers: { ...headers, ...changed },
      ...(body !== undefined && { body }),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    return { answer, why: response.headers.get('x-snap-explanation') };
  };
  const clientId = 'my=client';
  const token = await signTokenRequest({ clientId, privateKey });
  const { answer } = await send(token);
  expect(answer).toMatchObject({ responseCode: '2007300' });
  const clientSecret = String(target.client.clientSecret);
  const call = await signTransactionRequest({
    ...{ method: 'POST', path: '/v1.0/transfer-va/create-va', body: '{}', clientSecret },
    accessToken: String(answer['accessToken']),
    headers: { 'X-PARTNER-ID': clientId, 'CHANNEL-ID': '95221' },
  });
  expect((await send(call)).answer).toMatchObject({ responseCode: '2002700' });
  const other = await send({ ...call, path: '/v1.0/other' });
  expect(other.answer).toMatchObject({ responseCode: '4019900' });
  const missing = await send(token, { 'X-SIGNATURE': '' });
  expect(missing.why).toBe('the header X-SIGNATURE is empty; send its value');

  const only = ['--only', 'transaction/response/*', '--depth', 'quick', '--quiet'];
  const tested = await snap(['run', '--config', 'keys/snap.config.json', ...only], {
    cwd: space.path,
  });
  expect(tested.stdout).toContain('sandbox/35: conformant');
  expect(tested.status).toBe(0);

  server.child.kill('SIGINT');
  const { stdout } = await server.ended;
  const lines = stdout.slice(stdout.indexOf(said)).split('\n').slice(1, -2);
  expect(lines.slice(0, 4).map((line) => line.replace(/^\S+Z /, '').replace('…', '...'))).toEqual([
    'POST /v1.0/access-token/b2b 200 2007300',
    'POST /v1.0/transfer-va/create-va 200 2002700',
    `POST /v1.0/other 401 4019900: ${other.why}`,
    'POST /v1.0/access-token/b2b 400 4007301: the header X-SIGNATURE is empty; send its value',
  ]);
});

const needsKeys = faults.find(({ needsPrivateKeys }) => needsPrivateKeys)?.name ?? '?';

it.for<[string, string[], string]>([
  ['a client without a file', ['--client', 'a'], 'this is not of the form --client ID=FILE: "a"'],
  ['a key that is none', ['--client', 'a=none.pem'], '--client: '],
  ['a private key', ['--client', 'a=private.pem'], '--client: this is a private key'],
  ['an id twice', ['--client', 'a=my.pem', '--client', 'a=my.pem'], 'the id a is given twice'],
  ['a path without a code', ['--transaction', '/a'], 'form --transaction PATH=CODE: "/a"'],
  ['a code of one digit', ['--transaction', '/a=1'], 'form --transaction PATH=CODE: "/a=1"'],
  [
    "another machine's address",
    ['--host', '192.0.2.1'],
    '--host 192.0.2.1 is no address of this machine',
  ],
  [
    'a fault that needs private keys',
    ['--client', 'a=my.pem', '--fault', needsKeys],
    `--client gives no private key, and the fault ${needsKeys} needs that of each client`,
  ],
])('says what is wrong with %s', async ([, args, problem]) => {
  const space = workspace();
  space.write('my.pem', publicKey);
  space.write('private.pem', privateKey);
  space.write('none.pem', 'no key');
  const { status, stdout, stderr } = await snap(['serve', ...args], { cwd: space.path });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(problem);
});
