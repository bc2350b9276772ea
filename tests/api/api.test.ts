import { createPublicKey, verify } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type Config,
  createSandbox,
  defineConfig,
  InputProblem,
  KeyError,
  run,
  type SandboxOptions,
  signTokenRequest,
  signTransactionRequest,
} from '../../src/index.js';
import { workspace } from '../cli/workspace.js';
import { samples, vector } from '../protocol/published-vectors.js';
import { testCredentials } from '../support/sandbox-target.js';

async function sandboxWith(options?: SandboxOptions) {
  const sandbox = await createSandbox(options);
  onTestFinished(() => sandbox.close());
  return sandbox;
}

const only = ['token-b2b/timestamp/rejects-epoch', 'token-b2b/response/status'];
const quick = { only, depth: 'quick', seed: 1 } as const;

describe('run', () => {
  it('tests a sandbox, and reports each check', async () => {
    const sandbox = await sandboxWith({ faults: ['takes-epoch'] });
    const told: string[] = [];
    const result = await run(defineConfig({ targets: [sandbox.target] }), {
      ...quick,
      onCheck: ({ id, outcome }, target) => told.push(`${target} ${id} ${outcome}`),
    });
    expect(result.run).toMatchObject({ seed: 1, depth: 'quick' });
    expect(result.targets[0]?.verdict).toBe('non-conformant');
    expect(told.sort()).toEqual([
      'sandbox token-b2b/response/status passed',
      'sandbox token-b2b/timestamp/rejects-epoch failed',
    ]);
    expect(sandbox.requests).toBeGreaterThan(0);
  });

  it('takes the path of a config, from a folder, and one of its targets', async () => {
    const { target } = await sandboxWith({ profile: 'doku' });
    const { path } = workspace();
    const targets = [target, { ...target, name: 'other' }];
    writeFileSync(join(path, 'mine.json'), JSON.stringify({ targets }));
    const result = await run('mine.json', { ...quick, folder: path, targets: ['other'] });
    expect(result.targets.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['other', 'conformant'],
    ]);
  });

  it('refuses a fault that the sandbox would not show', async () => {
    const tls = createSandbox({ faults: ['still-speaks-tls-1-0'] });
    await expect(tls).rejects.toThrow('still-speaks-tls-1-0 needs HTTPS');
    await expect(createSandbox({ faults: ['still-speaks-tls-1'] })).rejects.toThrow('Did you mean');
  });

  it('says what is wrong before anything is sent', async () => {
    const { target } = await sandboxWith();
    const mistyped = run({ targets: [{ ...target, profile: 'dooku' }] });
    await expect(mistyped).rejects.toBeInstanceOf(InputProblem);
    await expect(mistyped).rejects.toMatchObject({
      code: 'unknown-profile',
      file: 'the config',
      pointer: '/targets/0/profile',
      remedy: expect.stringContaining('Did you mean "doku"?'),
    });
    const none: Config = { targets: [target] };
    await expect(run(none, { only: ['nothing'] })).rejects.toThrow('no check matches');
    await expect(run(none, { targets: ['x'] })).rejects.toThrow('there is no target "x"');
    const unset: Config = { targets: [{ ...target, baseUrl: '${SNAP_API_UNSET}' }] };
    await expect(run(unset)).rejects.toThrow('SNAP_API_UNSET is not set');
  });
});

describe('createSandbox', () => {
  it.for([
    [{ profile: 'dooku' }, 'Did you mean "doku"?'],
    [{ faults: ['take-epoch'] }, 'Did you mean "takes-epoch"?'],
    [{ variations: ['nothing-like-it'] }, 'there is no variation'],
  ] as const)('%j is refused with the nearest name', async ([options, said]) => {
    await expect(createSandbox(options)).rejects.toThrow(said);
  });
});

describe('signTokenRequest', () => {
  it('makes a request that a sandbox accepts', async () => {
    const { url, target } = await sandboxWith();
    const { clientId, privateKey } = target.client;
    const { method, path, headers, body } = await signTokenRequest({
      clientId,
      privateKey: String(privateKey),
    });
    const answer = await fetch(`${url}${path}`, { method, headers, body: body ?? null });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toHaveProperty('accessToken');
  });

  it('signs the very timestamp that it is given', async () => {
    const [{ clientId, privateKey }] = await testCredentials();
    const timestamp = '2024-03-19T11:46:16+07:00';
    const { headers, stringToSign } = await signTokenRequest({ clientId, privateKey, timestamp });
    expect(headers['X-TIMESTAMP']).toBe(timestamp);
    expect(stringToSign).toBe(`${clientId}|${timestamp}`);
    const signature = Buffer.from(headers['X-SIGNATURE'] ?? '', 'base64');
    const data = Buffer.from(stringToSign);
    expect(verify('sha256', data, createPublicKey(privateKey), signature)).toBe(true);
  });

  it('refuses what is not a key, and shows none of it', async () => {
    const asked = signTokenRequest({ clientId: 'me', privateKey: 'secret-text' });
    await expect(asked).rejects.toMatchObject({
      code: 'key-unreadable',
      message: expect.stringMatching(/^privateKey: (?!.*secret-text)/s),
      cause: expect.any(KeyError),
    });
  });
});

describe('signTransactionRequest', () => {
  it('gives the signature that a provider publishes', async () => {
    const { method, path, accessToken, body, timestamp, clientSecret, signatureBase64 } = vector(
      symmetricVector(),
    );
    const { headers, algorithm } = await signTransactionRequest({
      ...{ method, path, accessToken, body, timestamp, clientSecret },
      profile: 'midtrans',
    });
    expect(headers['X-SIGNATURE']).toBe(signatureBase64);
    expect(algorithm).toBe('HMAC-SHA512, Base64');
  });

  it('asks for what the scheme of the profile needs', async () => {
    const call = { method: 'POST', path: '/x' };
    const secret = { clientSecret: 's' };
    await expect(signTransactionRequest({ ...call, ...secret })).rejects.toThrow(
      'symmetric, needs an access token',
    );
    await expect(signTransactionRequest({ ...call, ...secret, profile: 'dana' })).rejects.toThrow(
      'asymmetric, needs a private key and does not sign with a client secret',
    );
    const [{ privateKey }] = await testCredentials();
    const { headers } = await signTransactionRequest({ ...call, privateKey, profile: 'dana' });
    expect(headers).not.toHaveProperty('Authorization');
  });
});

function symmetricVector(): string {
  const found = samples.vectors.find(({ clientSecret, body }) => clientSecret && body);
  if (!found) throw new Error('midtrans publishes a symmetric signature');
  return found.id;
}
