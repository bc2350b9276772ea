import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { Ajv } from 'ajv';
import { request as send } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import type { SandboxTarget } from '../../support/sandbox-target.js';
import { startSandboxTarget, testCredentials } from '../../support/sandbox-target.js';
import { snap, startProgram } from '../command.js';
import { workspace } from '../workspace.js';

/** What is used here of Postman's own library, which has no types in its package. */
interface PostmanRequest {
  url: { toString(): string };
  toJSON(): object;
}
const { Collection, Property } = createRequire(import.meta.url)('postman-collection') as {
  Collection: new (
    data: object,
  ) => {
    items: { count(): number; idx(index: number): { request: PostmanRequest } };
  };
  Property: { replaceSubstitutionsIn(data: object, values: object[]): object };
};

/** How a printed request is sent by whoever has it, in a folder; gives the body of the answer. */
type Paste = (
  text: string,
  at: { path: string; url: string; call: string; env: Record<string, string> },
) => Promise<string>;

/** Not run synchronously: the sandbox that it asks lives in this process. */
async function shell(script: string, cwd: string, env: Record<string, string>): Promise<string> {
  const { status, stdout, stderr } = await startProgram('bash', ['-c', script], { cwd, env }).ended;
  expect(status, stderr).toBe(0);
  return stdout;
}

/** Sends bytes over a socket, and gives what comes back until the server closes. */
async function overSocket(text: string, url: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  // Its half stays open: the request says itself that the server closes.
  socket.write(text);
  let answer = '';
  for await (const part of socket) answer += String(part);
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  return answer.slice(answer.indexOf('\r\n\r\n') + 4);
}

const pastes: Record<string, Paste> = {
  curl: (text, { path, env }) => shell(`${text.trimEnd()} --silent`, path, env),
  headers: (_, { path, url, call, env }) =>
    shell(
      `curl --silent -H @request.txt ${env['TOKEN'] === undefined ? '' : '-H "Authorization: Bearer $TOKEN"'} --data-binary @body.json '${url}${call}'`,
      path,
      env,
    ),
  http: (text, { url, env }) =>
    overSocket(text.replaceAll('{{accessToken}}', env['TOKEN'] ?? ''), url),
  json: async (text, { url, env }) => {
    const { method, path, headers, body } = JSON.parse(text) as {
      method: 'POST';
      path: string;
      headers: Record<string, string>;
      body: string;
    };
    const filled = Object.entries(headers).map(([name, value]) => [
      name,
      value.replace('{{accessToken}}', env['TOKEN'] ?? ''),
    ]);
    const answer = await send(url + path, { method, headers: Object.fromEntries(filled), body });
    return answer.body.text();
  },
  // Postman's own library reads it and fills in the variables.
  postman: async (text, { env }) => {
    const collection = new Collection(JSON.parse(text) as object);
    const values = { accessToken: env['TOKEN'] ?? '' };
    const { request } = collection.items.idx(0);
    const filled = Property.replaceSubstitutionsIn(request.toJSON(), [values]) as {
      method: 'POST';
      header: { key: string; value: string }[];
      body: { raw: string };
    };
    const answer = await send(request.url.toString(), {
      method: filled.method,
      headers: Object.fromEntries(filled.header.map(({ key, value }) => [key, value])),
      body: filled.body.raw,
    });
    return answer.body.text();
  },
};

/** What must hold of a collection of format 2.1: the members that its schema requires, and their types. */
const collectionSchema = {
  type: 'object',
  required: ['info', 'item'],
  properties: {
    info: {
      type: 'object',
      required: ['name', 'schema'],
      properties: {
        schema: { const: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      },
    },
    item: {
      type: 'array',
      items: {
        type: 'object',
        required: ['request'],
        properties: {
          request: {
            type: 'object',
            properties: {
              url: { type: 'object', required: ['raw'], properties: { raw: { type: 'string' } } },
              header: { type: 'array', items: { type: 'object', required: ['key', 'value'] } },
              body: {
                type: 'object',
                properties: { mode: { const: 'raw' }, raw: { type: 'string' } },
              },
            },
          },
        },
      },
    },
    variable: { type: 'array', items: { type: 'object', required: ['key'] } },
  },
};

async function space(): Promise<
  SandboxTarget & {
    path: string;
    run(...args: string[]): ReturnType<typeof snap>;
    write(file: string, text: string): string;
    env: Record<string, string>;
    clientId: string;
  }
> {
  const made = workspace();
  const [{ clientId, clientSecret, privateKey, publicKey }] = await testCredentials();
  made.write('client.pem', privateKey);
  made.write('public.pem', publicKey.export({ type: 'spki', format: 'pem' }) as string);
  const started = await startSandboxTarget('bank', { transaction: true, prefix: '/prefix' });
  onTestFinished(() => started.sandbox.close());
  const env: Record<string, string> = { SECRET: clientSecret };
  const run = (...args: string[]) => snap(args, { cwd: made.path, env });
  return { ...made, ...started, run, env, clientId };
}

const formats = Object.entries(pastes);

test.for(formats)(
  'a token request as %s is granted, and holds when it is read again',
  async ([format, paste]) => {
    const { run, target, sandbox, clientId, path, write, env } = await space();
    const signed = await run(
      ...['sign', 'token', '--private-key', 'client.pem', '--client-id', clientId],
      ...['--format', format, '--base-url', target.baseUrl],
    );
    expect(signed).toMatchObject({ status: 0, stderr: '' });
    write('request.txt', signed.stdout);
    write('body.json', '{"grantType":"client_credentials"}');
    const call = '/prefix/v1.0/access-token/b2b';
    // JSON has the path that the profile names; its sender knows the base URL.
    const url = format === 'json' ? target.baseUrl : sandbox.url;
    const answer = await paste(signed.stdout, { path, url, call, env });
    expect(JSON.parse(answer)).toHaveProperty('accessToken');
    const verified = await run('verify', '--request', 'request.txt', '--public-key', 'public.pem');
    expect(verified).toMatchObject({ status: 0, stdout: 'The signature holds.\n' });
  },
);

test.for(formats)(
  'a transaction as %s is carried out, holds when it is read again, and shows no secret',
  async ([format, paste]) => {
    const { run, target, sandbox, clientId, path, write, env } = await space();
    const asked = await run(
      ...['sign', 'token', '--private-key', 'client.pem', '--client-id', clientId],
      ...['--format', 'curl', '--base-url', target.baseUrl],
    );
    const granted = JSON.parse(await shell(`${asked.stdout.trim()} --silent`, path, env)) as {
      accessToken: string;
    };
    env['TOKEN'] = granted.accessToken;
    const { method = '', path: at = '', body, headers = {} } = target.transaction ?? {};
    write('body.json', JSON.stringify(body, undefined, 2));
    const secret = ['--client-secret-env', 'SECRET'];
    const signed = await run(
      ...['sign', 'transaction', ...secret, '--access-token-env', 'TOKEN', '--method', method],
      ...['--path', `/prefix${at}`, '--body', 'body.json', '--format', format],
      ...['--base-url', sandbox.url],
      ...Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
    );
    expect(signed.status, signed.stderr).toBe(0);
    expect(signed.stderr).not.toContain('requires');
    for (const text of [signed.stdout, signed.stderr])
      for (const hidden of [granted.accessToken, env['SECRET'] ?? ''])
        expect(text).not.toContain(hidden);
    write('request.txt', signed.stdout);
    const call = `/prefix${at}`;
    const answer = await paste(signed.stdout, { path, url: sandbox.url, call, env });
    expect(JSON.parse(answer)).toMatchObject({ responseMessage: 'Successful' });
    const verified = await run(
      ...[
        'verify',
        'transaction',
        '--request',
        'request.txt',
        ...secret,
        '--access-token-env',
        'TOKEN',
      ],
      // Headers alone don't say what is asked.
      ...(format === 'headers' ? ['--method', method, '--path', call, '--body', 'body.json'] : []),
    );
    expect(verified).toMatchObject({ status: 0, stdout: 'The signature holds.\n' });
  },
);

test('a collection has what the format 2.1 requires, and its token as a variable', async () => {
  const { run, target } = await space();
  const signed = await run(
    ...['sign', 'token', '--private-key', 'client.pem', '--client-id', 'x', '--format', 'postman'],
    ...['--base-url', target.baseUrl],
  );
  const data: unknown = JSON.parse(signed.stdout);
  const valid = new Ajv({ strict: false }).compile(collectionSchema);
  expect(valid(data), JSON.stringify(valid.errors)).toBe(true);
  expect(data).toMatchObject({ variable: [{ key: 'accessToken', value: '' }] });
  expect(new Collection(data as object).items.count()).toBe(1);
});

test('headers come from the config and its profile as a run sends them; what is missing is said', async () => {
  const { run, write, env } = await space();
  env['TOKEN'] = 'an-access-token-of-some-length';
  write(
    'own.yaml',
    'name: own\ntitle: Own\nextends: snap-bi\nservices:\n  transaction:\n    headers:\n      X-ORIGIN-OF: { presence: required, maxLength: unspecified, form: unspecified, value: "{clientId}" }\n      X-MORE: { presence: required, maxLength: unspecified, form: unspecified }\n',
  );
  write(
    'snap.config.json',
    JSON.stringify({
      targets: [
        {
          ...{ name: 'one', profile: './own.yaml', baseUrl: 'https://sandbox.example' },
          client: { clientId: 'toko-1', privateKey: { file: 'client.pem' } },
          transaction: {
            ...{ serviceCode: '11', method: 'POST', path: '/v1.0/x' },
            headers: { 'X-PARTNER-ID': 'toko', 'CHANNEL-ID': '95221' },
          },
        },
      ],
    }),
  );
  const call = [
    '--client-secret-env',
    'SECRET',
    '--access-token-env',
    'TOKEN',
    '--method',
    'POST',
    '--path',
    '/v1.0/x',
  ];
  const signed = await run('sign', 'transaction', ...call, '--target', 'one', '--format', 'curl');
  expect(signed.status, signed.stderr).toBe(0);
  for (const header of ['X-PARTNER-ID: toko', 'CHANNEL-ID: 95221', 'X-ORIGIN-OF: toko-1'])
    expect(signed.stdout).toContain(`--header '${header}'`);
  expect(signed.stdout).toContain('--url https://sandbox.example/v1.0/x');
  expect(signed.stderr).toBe(
    'the profile requires X-MORE, and nothing says with which value: add it with --header, or to the config\n',
  );
  const bare = await run('sign', 'transaction', ...call);
  expect(bare.stderr).toContain('the profile requires X-PARTNER-ID and CHANNEL-ID, and nothing');
});

test('the bytes of the HTTP format are those of the wire, without a further line end', async () => {
  const { run } = await space();
  const signed = await run(
    ...['sign', 'token', '--private-key', 'client.pem', '--client-id', 'x', '--format', 'http'],
    ...['--base-url', 'http://127.0.0.1:8080'],
  );
  expect(signed.stdout).toMatch(
    /^POST \/v1\.0\/access-token\/b2b HTTP\/1\.1\r\nHost: 127\.0\.0\.1:8080\r\n/,
  );
  expect(signed.stdout).toMatch(/\r\n\r\n\{"grantType":"client_credentials"\}$/);
});
