import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { TargetConfig } from '../../../schemas/generated/config.js';
import { isLoopback } from '../../../src/engine/config/is-loopback.js';
import { planTarget } from '../../../src/engine/config/plan-target.js';
import { InputProblem } from '../../../src/engine/input/input-problem.js';
import { render } from '../../../src/messages/render.js';
import { createAuthority } from '../../support/certificates.js';
import { testCredentials } from '../../support/sandbox-target.js';

const [client, otherClient] = await testCredentials();
const authority = createAuthority('authority');

function plan(
  changes: Partial<Record<keyof TargetConfig, unknown>> = {},
  flags: Parameters<typeof planTarget>[2] = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'snap-plan-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'client.pem'), client.privateKey);
  writeFileSync(join(folder, 'ca.pem'), authority.cert);
  const target = {
    name: 'a',
    profile: 'snap-bi',
    baseUrl: 'http://127.0.0.1:8080',
    client: { clientId: 'id', privateKey: { file: 'client.pem' } },
    ...changes,
  } as TargetConfig;
  return planTarget({ file: 'c.json', folder, config: { targets: [target] } }, 0, flags);
}

function refusal(changes: Partial<Record<keyof TargetConfig, unknown>>): string {
  try {
    plan(changes);
  } catch (error) {
    expect(error).toBeInstanceOf(InputProblem);
    return (error as Error).message;
  }
  throw new Error('the plan was made');
}

const withKey = (privateKey: unknown) => ({ client: { clientId: 'id', privateKey } });

describe('a plan', () => {
  test('has the profile, the keys and what the config says', () => {
    const transaction = { serviceCode: '11', method: 'POST', path: '/balance' };
    const made = plan({
      profile: 'doku',
      baseUrl: 'http://127.0.0.1:8080/prefix//',
      client: { clientId: 'id', privateKey: client.privateKey, clientSecret: 's' },
      otherClient: { clientId: 'other', privateKey: otherClient.privateKey },
      transaction,
      role: 'merchant',
    });
    expect(made).toMatchObject({
      name: 'a',
      baseUrl: 'http://127.0.0.1:8080/prefix',
      role: 'merchant',
      profile: { name: 'doku' },
      client: { clientId: 'id', privateKey: client.privateKey, clientSecret: 's' },
      otherClient: { clientId: 'other', privateKey: otherClient.privateKey },
      transaction,
      tls: {},
      notes: [],
    });
    expect(plan().role).toBe('provider');
    expect(plan()).not.toHaveProperty('otherClient');
    expect(plan().client).toEqual({ clientId: 'id', privateKey: client.privateKey });
  });

  test('survives the way to a worker', () => {
    const made = plan();
    expect(structuredClone(made)).toEqual(made);
  });

  test('notes how a key was repaired, and has the repaired one', () => {
    const made = plan(withKey(client.privateKey.replaceAll('\n', '\\n')));
    expect(made.client.privateKey).toBe(client.privateKey);
    expect(made.notes).toHaveLength(1);
    expect(render(made.notes[0] ?? '')).toMatch(/^key of id: /);
  });

  test('applies overrides to the profile', () => {
    const made = plan({ overrides: { 'token-b2b': { path: '/mine' } } });
    expect(made.profile.services['token-b2b'].path).toBe('/mine');
    expect(made.profile.origins['/services/token-b2b/path']).toEqual({
      profile: 'overrides',
      source: 'c.json#/targets/0/overrides',
      confidence: 'primary',
    });
  });
});

describe('limits', () => {
  const gentle = {
    rate: 10,
    concurrency: 4,
    timeoutMs: 10_000,
    longestWaitMs: 30_000,
    maxRequests: null,
  };
  const own = {
    rate: null,
    concurrency: 8,
    timeoutMs: 10_000,
    longestWaitMs: 30_000,
    maxRequests: null,
  };

  test.for([
    ['http://127.0.0.1:1', own],
    ['http://127.3.2.1', own],
    ['http://localhost:1', own],
    ['http://[::1]:1', own],
    ['https://sandbox.example', gentle],
    ['http://10.0.0.1', gentle],
    ['http://127.0.0.1.example', gentle],
    ['http://localhost.example', gentle],
  ] as const)('%s', ([baseUrl, limits]) => {
    expect(plan({ baseUrl }).limits).toEqual(limits);
  });

  test("the config's go before the defaults, the flags' before both", () => {
    const limits = { rate: 3, concurrency: 2, timeoutMs: 5, longestWaitMs: 7, maxRequests: 9 };
    expect(plan({ limits }).limits).toEqual(limits);
    const flags = { rate: 7, concurrency: 6, maxRequests: 5 };
    expect(plan({ limits }, flags).limits).toEqual({ ...flags, timeoutMs: 5, longestWaitMs: 7 });
  });

  test.for([
    ['localhost', true],
    ['127.0.0.1', true],
    ['[::1]', true],
    ['0.0.0.0', false],
    ['[::2]', false],
    ['1127.0.0.1', false],
  ] as const)('%s is loopback: %s', ([host, expected]) => {
    expect(isLoopback(host)).toBe(expected);
  });
});

describe('what is wrong is reported with its place', () => {
  test.for([
    [{ baseUrl: 'http://127.0.0.1:99999' }, 'no URL can look like this', '/baseUrl'],
    [{ baseUrl: 'http://[1]' }, 'no URL can look like this', '/baseUrl'],
    [
      { baseUrl: 'http://me:pass@a.example' },
      'a user name or password stands in the URL',
      '/baseUrl',
    ],
    [{ baseUrl: 'http://me@a.example' }, 'a user name or password stands in the URL', '/baseUrl'],
    [{ profile: 'dok' }, 'there is no profile "dok"', '/profile'],
    [{ profile: './mine.yaml' }, 'there is no profile "./mine.yaml"', '/profile'],
    [
      { overrides: { 'token-b2b': { pth: '/' } } },
      'unknown member "pth"',
      '/overrides/token-b2b/pth',
    ],
    [withKey({ file: 'gone.pem' }), 'there is no such file: gone.pem', '/client/privateKey/file'],
    [withKey({ file: '.' }), 'that is a folder', '/client/privateKey/file'],
    [
      withKey({ file: client.privateKey }),
      'a key or certificate itself',
      '/client/privateKey/file',
    ],
    [withKey('client.pem'), 'this is no PEM', '/client/privateKey'],
    [withKey({ file: 'ca.pem' }), 'this is a certificate', '/client/privateKey'],
    [{ tls: { ca: 'garbage' } }, 'this is no certificate', '/tls/ca'],
    [{ tls: { ca: { file: 'gone.pem' } } }, 'there is no such file', '/tls/ca/file'],
    [{ tls: { cert: authority.key, key: authority.key } }, 'this is no certificate', '/tls/cert'],
    [{ tls: { cert: authority.cert, key: authority.cert } }, 'this is no private key', '/tls/key'],
    [{ tls: { cert: authority.cert } }, 'needs both cert and key', '/tls/cert'],
    [{ tls: { key: authority.key } }, 'needs both cert and key', '/tls/key'],
    [
      { tls: { cert: authority.cert, key: client.privateKey } },
      'not the one of the certificate',
      '/tls/key',
    ],
  ] as const)('%.60j', ([changes, what, pointer]) => {
    const message = refusal(changes);
    expect(message.split('\n')[0]).toContain(what);
    expect(message.split('\n')[1]).toBe(`  at c.json#/targets/0${pointer}`);
    expect(message).not.toMatch(/pass@|me:|[A-Za-z0-9+/]{40}/);
  });

  test('the name of a file given as if it were the key: how to write it', () => {
    expect(refusal(withKey('keys/client.pem'))).toContain('{ "file": "keys/client.pem" }');
  });

  test('valid files pass', () => {
    expect(plan({ tls: { ca: { file: 'ca.pem' } } }).tls).toEqual({ ca: authority.cert });
    const pair = { cert: authority.cert, key: authority.key };
    expect(plan({ tls: pair }).tls).toEqual(pair);
  });
});
