import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { TargetConfig } from '../../schemas/generated/config.js';
import { planTarget } from '../../src/engine/config/plan-target.js';
import { examine } from '../../src/engine/doctor/examine.js';
import { toolName } from '../../src/engine/input/package-root.js';
import { run } from '../../src/engine/run/run.js';
import { planOf, startSandboxTarget, testCredentials } from '../support/sandbox-target.js';
import { folder } from './peers.js';

const [client] = await testCredentials();

function targetOf(baseUrl: string, changes: Partial<TargetConfig> = {}): TargetConfig {
  return {
    name: 'bank',
    profile: 'snap-bi',
    baseUrl,
    client: { clientId: client.clientId, privateKey: client.privateKey },
    limits: { rate: 10_000 },
    ...changes,
  };
}

function planned(target: TargetConfig) {
  return planTarget({ file: 'c.json', folder: '/', config: { targets: [target] } }, 0, {
    environment: {},
  });
}

/** A server that hands on to a sandbox, and notes two headers of each request. */
async function noting(host = '127.0.0.1') {
  const { sandbox } = await startSandboxTarget('bank');
  const seen: { host: string | undefined; agent: string | undefined }[] = [];
  const server = createServer(async (request, response) => {
    seen.push({ host: request.headers.host, agent: request.headers['user-agent'] });
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(([name]) => /^(?:x-|content-type)/.test(name)),
    ) as Record<string, string>;
    const answer = await fetch(`${sandbox.url}${request.url}`, {
      method: request.method ?? 'GET',
      headers,
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    });
    const text = await answer.text();
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await sandbox.close();
  });
  return { port: (server.address() as AddressInfo).port, seen };
}

const control = { only: ['token-b2b/response/response-code'] };

test('each request names tool and version, unless the config has another User-Agent', async () => {
  const { port, seen } = await noting();
  const baseUrl = `http://127.0.0.1:${port}`;
  const { exchanges } = await run(
    planOf([planned(targetOf(baseUrl))], { only: ['token-b2b/http/*'], depth: 'quick' }),
  );
  expect(seen.length).toBeGreaterThan(10);
  expect(new Set(seen.map(({ agent }) => agent))).toEqual(new Set([toolName]));
  expect(toolName).toMatch(/^snap-conformance\/\d+\.\d+\.\d+/);
  expect(exchanges[0]?.request.headers).toContainEqual(['User-Agent', toolName]);
  seen.length = 0;
  const tokenHeaders = { 'user-agent': 'ours/1' };
  await run(planOf([planned(targetOf(baseUrl, { tokenHeaders }))], control));
  expect(new Set(seen.map(({ agent }) => agent))).toEqual(new Set(['ours/1']));
  seen.length = 0;
  const place = folder();
  place.write('snap.config.json', JSON.stringify({ targets: [targetOf(baseUrl)] }));
  const [examination] = await examine({}, place.path);
  expect(examination?.outcome).toBe('ready');
  expect(seen.map(({ agent }) => agent)).toEqual([toolName]);
});

test('resolve: the connection goes elsewhere, to another port too, and the Host header stays', async () => {
  const { port, seen } = await noting();
  const resolve = { 'staging.bank.test': `127.0.0.1:${port}` };
  const target = targetOf('http://staging.bank.test:9', { resolve });
  const { targets } = await run(planOf([planned(target)], control));
  expect(targets[0]?.control.outcome).toBe('accepted');
  expect(new Set(seen.map(({ host }) => host))).toEqual(new Set(['staging.bank.test:9']));
  const place = folder();
  place.write('snap.config.json', JSON.stringify({ targets: [target] }));
  const [examination] = await examine({}, place.path);
  expect(examination?.outcome).toBe('ready');
  expect(examination?.findings).toContainEqual(
    expect.objectContaining({
      about: 'DNS',
      message: `staging.bank.test is 127.0.0.1 port ${port} by resolve`,
    }),
  );
});

test('IPv6: in baseUrl and in resolve', async ({ skip }) => {
  if (!(await hasIpv6())) skip('this machine has no IPv6');
  const { port, seen } = await noting('::1');
  for (const target of [
    targetOf(`http://[::1]:${port}`),
    targetOf('http://bank.test', { resolve: { 'bank.test': `[::1]:${port}` } }),
  ]) {
    // Expect has a connection of its own.
    const only = [...control.only, 'token-b2b/http/accepts-expect-continue'];
    const { targets } = await run(planOf([planned(target)], { only }));
    expect(targets[0]?.control.outcome).toBe('accepted');
    expect(targets[0]?.checks.map(({ outcome }) => outcome)).toEqual(['passed', 'passed']);
  }
  expect(new Set(seen.map(({ host }) => host))).toEqual(new Set([`[::1]:${port}`, 'bank.test']));
});

function hasIpv6(): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createSocketServer();
    server.once('error', () => resolve(false));
    server.listen(0, '::1', () => server.close(() => resolve(true)));
  });
}
