import { expect, onTestFinished, test } from 'vitest';
import type { TargetConfig } from '../../schemas/generated/config.js';
import { planTarget } from '../../src/engine/config/plan-target.js';
import { examine } from '../../src/engine/doctor/examine.js';
import { run } from '../../src/engine/run/run.js';
import { planOf, startSandboxTarget, testCredentials } from '../support/sandbox-target.js';
import { folder, freePort, needs, startSquid, startTinyproxy } from './peers.js';

async function sandboxUrl(): Promise<{ port: number; sandbox: { requests: number } }> {
  const { sandbox } = await startSandboxTarget('bank');
  onTestFinished(() => sandbox.close());
  return { port: Number(new URL(sandbox.url).port), sandbox };
}

/** A target by the name bank.test, which is this machine by `resolve`. */
async function configured(port: number, changes: Partial<TargetConfig> = {}) {
  const [client] = await testCredentials();
  const target: TargetConfig = {
    name: 'bank',
    profile: 'snap-bi',
    baseUrl: `http://bank.test:${port}`,
    client: { clientId: client.clientId, privateKey: client.privateKey },
    resolve: { 'bank.test': '127.0.0.1' },
    limits: { rate: 10_000 },
    ...changes,
  };
  return { file: 'c.json', folder: '/', config: { targets: [target] } } as const;
}

async function controlOf(
  port: number,
  changes: Partial<TargetConfig> = {},
  environment: NodeJS.ProcessEnv = {},
) {
  const plan = planTarget(
    {
      ...(await configured(port, changes)),
      config: { targets: [(await configured(port, changes)).config.targets[0]] },
    },
    0,
    { environment },
  );
  const { targets, exchanges } = await run(planOf([plan], { only: ['token-b2b/response/*'] }));
  return { plan, control: targets[0]?.control, verdict: targets[0]?.verdict, exchanges };
}

async function doctor(target: TargetConfig) {
  const place = folder();
  place.write('snap.config.json', JSON.stringify({ targets: [target] }));
  const [examination] = await examine({}, place.path);
  return (
    examination?.findings.map(({ about, message, remedies }) =>
      [about, message, ...remedies].join(' | '),
    ) ?? []
  );
}

test('HTTP_PROXY is used for a host that is not this machine, and NO_PROXY excludes it', async (context) => {
  needs(context, 'tinyproxy');
  const { port, sandbox } = await sandboxUrl();
  const proxy = await startTinyproxy();
  const environment = { HTTP_PROXY: `http://127.0.0.1:${proxy.port}` };
  const through = await controlOf(port, {}, environment);
  expect(through.control?.outcome).toBe('accepted');
  expect(through.plan.proxy).toEqual({ url: `http://127.0.0.1:${proxy.port}`, from: 'HTTP_PROXY' });
  expect(proxy.said()).toContain(`CONNECT 127.0.0.1:${port}`);
  const before = proxy.said();
  const past = await controlOf(port, {}, { ...environment, NO_PROXY: 'other.test, .bank.test' });
  expect(past.control?.outcome).toBe('accepted');
  expect(past.plan.unproxied).toBe("NO_PROXY names .bank.test, so HTTP_PROXY isn't used");
  expect(proxy.said()).toBe(before);
  expect(sandbox.requests).toBeGreaterThan(1);
});

test('what a proxy answers is told as its own: 407, no way to the target, no proxy at all', async (context) => {
  needs(context, 'tinyproxy');
  const { port, sandbox } = await sandboxUrl();
  const proxy = await startTinyproxy({ user: 'merchant', password: 'right-password' });
  const at = `127.0.0.1:${proxy.port}`;
  const wrong = await controlOf(port, { proxy: `http://merchant:wrong-password@${at}` });
  expect(wrong.control).toMatchObject({
    outcome: 'no-answer',
    message: expect.stringMatching(
      new RegExp(
        `^the control got no answer: the proxy ${at} asks for other credentials \\(its own HTTP 40[17] .*\\); the target was not reached$`,
      ),
    ),
  });
  expect(wrong.verdict).toBe('inconclusive');
  expect(wrong.exchanges[0]?.noAnswer?.kind).toBe('proxy');
  expect(JSON.stringify(wrong.exchanges)).not.toContain('wrong-password');
  const nowhere = await freePort();
  const down = await controlOf(nowhere, { proxy: `http://merchant:right-password@${at}` });
  expect(down.control?.message).toMatch(
    /the proxy .* can't reach bank\.test:\d+ \(its own HTTP 50\d/,
  );
  const gone = await controlOf(port, { proxy: `http://127.0.0.1:${nowhere}` });
  expect(gone.control?.message).toContain(
    `no connection through the proxy 127.0.0.1:${nowhere}: ECONNREFUSED; the target was not reached`,
  );
  expect(sandbox.requests).toBe(0);
  const { config } = await configured(port, { proxy: `http://merchant:wrong-password@${at}` });
  const said = await doctor(config.targets[0]);
  expect(said.join('\n')).toContain(`proxy | http://${at}, with credentials (by /targets/0/proxy)`);
  expect(said.join('\n')).toMatch(
    /tunnel \| the proxy .* asks for credentials \(40[17] .*Give it the right ones in \/targets\/0\/proxy/,
  );
  expect(said.join('\n')).not.toContain('wrong-password');
});

test('a proxy that forbids CONNECT to a port is told by its refusal', async (context) => {
  needs(context, 'squid');
  const { port, sandbox } = await sandboxUrl();
  const proxy = await startSquid(
    'acl SSL_ports port 443\nacl CONNECT method CONNECT\nhttp_access deny CONNECT !SSL_ports\nhttp_access allow localhost',
  );
  const { control } = await controlOf(port, { proxy: `http://127.0.0.1:${proxy.port}` });
  expect(control?.message).toMatch(
    /the proxy .* refuses a tunnel to bank\.test:\d+ \(its own HTTP 403 Forbidden\); the target was not reached/,
  );
  expect(sandbox.requests).toBe(0);
  const open = await startSquid('http_access allow localhost');
  const allowed = await controlOf(port, { proxy: `http://127.0.0.1:${open.port}` });
  expect(allowed.control?.outcome).toBe('accepted');
  const down = await controlOf(await freePort(), { proxy: `http://127.0.0.1:${open.port}` });
  expect(down.control?.message).toMatch(/can't reach bank\.test:\d+ \(its own HTTP 503/);
});

test('the whole token service is conformant through squid, over plain HTTP', async (context) => {
  needs(context, 'squid');
  const { port } = await sandboxUrl();
  const proxy = await startSquid('http_access allow localhost');
  // baseUrl is of this machine, for a token over plain HTTP is a finding elsewhere; the config's proxy is for every host.
  const loaded = await configured(port, {
    baseUrl: `http://127.0.0.1:${port}`,
    proxy: `http://127.0.0.1:${proxy.port}`,
  });
  const plan = planTarget({ ...loaded, config: { targets: [loaded.config.targets[0]] } }, 0);
  const { targets } = await run(planOf([plan], { depth: 'quick' }));
  const wrong = targets[0]?.checks.filter(
    ({ outcome }) => outcome === 'failed' || outcome === 'cantTell',
  );
  expect(wrong?.map(({ id, message }) => [id, message])).toEqual([]);
  expect(targets[0]?.verdict).toBe('conformant');
});
