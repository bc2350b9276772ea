import { request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { loadProfile } from '../../../src/engine/profile/profile.js';
import { run } from '../../../src/engine/run/run.js';
import { createSandbox } from '../../../src/sandbox/sandbox.js';
import { createAuthority } from '../../support/certificates.js';
import {
  planOf,
  startSandboxTarget,
  targetAt,
  testCredentials,
} from '../../support/sandbox-target.js';
import { serve } from '../../support/server.js';

const id = 'token-b2b/http/refuses-plain-http';

async function outcomeOf(target: Awaited<ReturnType<typeof targetAt>>) {
  const result = await run(planOf([target], { only: [id] }));
  const [found] = result.targets[0]?.checks ?? [];
  return [found?.outcome, found?.message];
}

test('a token that is given over plain http to another machine is a finding', async () => {
  const profile = loadProfile('snap-bi', import.meta.dirname);
  const sandbox = await createSandbox({ profile, clients: await testCredentials() });
  onTestFinished(() => sandbox.close());
  // This machine too, by an address that doesn't say so.
  expect(await outcomeOf(await targetAt(`http://0.0.0.0:${sandbox.port}`, 'far'))).toEqual([
    'failed',
    'the token was asked for and given over plain http: anybody on the way reads it',
  ]);
  expect(await outcomeOf(await targetAt(sandbox.url, 'near'))).toEqual([
    'inapplicable',
    'plain http on loopback never leaves the machine',
  ]);
});

test('the probe in the clear holds nothing worth overhearing', async () => {
  const { sandbox, target } = await startSandboxTarget('clear', {
    faults: ['plain-http-too'],
    tls: true,
  });
  onTestFinished(() => sandbox.close());
  const result = await run(planOf([target], { only: [id] }));
  const probe = result.exchanges.find(({ purpose }) => purpose === 'probe');
  expect(probe?.request.url).toMatch(/^http:/);
  expect(probe?.response?.status).toBe(400);
  const names = probe?.request.headers.map(([name]) => name);
  expect(names).toEqual(['Content-Type', 'X-TIMESTAMP', 'User-Agent']);
  expect(JSON.stringify(probe?.request)).not.toContain(target.client.clientId);
});

const version = 'TLS 1.2, in the standard until 30 June 2026';
const suites = "TLS 1.2 with a suite outside the standard's list";

test.for([
  [
    'what node takes by itself',
    {},
    [/^TLS_ECDHE_RSA_WITH_AES_/, /^TLS_(?!.*_(?:128_GCM_SHA256|256_GCM_SHA384)$)/],
  ],
  [
    "the standard's suites alone",
    { ciphers: 'ECDHE-RSA-AES128-GCM-SHA256:TLS_AES_128_GCM_SHA256' },
    [/^TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256$/, /^refused$/],
  ],
  ['TLS 1.3 alone', { minVersion: 'TLSv1.3' }, [/^refused$/, /^refused$/]],
] as const)('the dialect has TLS 1.2 and its suites: %s', async ([, options, said]) => {
  const authority = createAuthority('dialect');
  const certified = authority.certify('server');
  const conforming = await startSandboxTarget('behind', {});
  const { url } = await serve(
    (incoming, response) => {
      const { method, headers, url: path } = incoming;
      const onward = request(`${conforming.sandbox.url}${path}`, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 0, answer.headers);
        answer.pipe(response);
      });
      incoming.pipe(onward);
    },
    { ...certified, ...options },
  );
  const target = { ...(await targetAt(url, 'tls')), tls: { ca: authority.cert } };
  const { targets } = await run(planOf([target], { only: ['token-b2b/http/offers-tls-1-3'] }));
  await conforming.sandbox.close();
  const [found] = targets;
  expect(found?.checks.map(({ outcome }) => outcome)).toEqual(['passed']);
  expect(found?.dialect?.[version]).toMatch(said[0]);
  expect(found?.dialect?.[suites]).toMatch(said[1]);
});
