import { describe, expect, test } from 'vitest';
import type { TargetConfig } from '../../../schemas/generated/config.js';
import { noProxyEntry } from '../../../src/engine/config/network/no-proxy.js';
import { resolveOf } from '../../../src/engine/config/network/resolve-of.js';
import { planTarget } from '../../../src/engine/config/plan-target.js';
import { testCredentials } from '../../support/sandbox-target.js';

const [{ privateKey }] = await testCredentials();

function plan(
  baseUrl: string,
  environment: NodeJS.ProcessEnv,
  changes: Partial<TargetConfig> = {},
) {
  const client = { clientId: 'id', privateKey };
  const target: TargetConfig = { name: 'a', profile: 'snap-bi', baseUrl, client, ...changes };
  return planTarget({ file: 'c.json', folder: '/', config: { targets: [target] } }, 0, {
    environment,
  });
}

describe('NO_PROXY', () => {
  test.for([
    ['*', 'bank.example', 443, true],
    ['bank.example', 'bank.example', 443, true],
    ['bank.example', 'api.bank.example', 443, true],
    ['.bank.example', 'bank.example', 443, true],
    ['*.bank.example', 'api.bank.example', 443, true],
    ['BANK.example', 'bank.EXAMPLE', 443, true],
    ['bank.example', 'otherbank.example', 443, false],
    ['bank.example:8443', 'bank.example', 8443, true],
    ['bank.example:8443', 'bank.example', 443, false],
    ['a.test, b.test', 'b.test', 80, true],
    ['10.0.0.0/8', '10.20.30.40', 443, true],
    ['10.0.0.0/8', '11.0.0.1', 443, false],
    ['10.0.0.0/99', '10.0.0.1', 443, false],
    ['10.0.0.5', '10.0.0.5', 443, true],
    ['0.0.5', '10.0.0.5', 443, false],
    ['fd00::/8', 'fd12::1', 443, true],
    ['fd12::1', 'fd12::1', 443, true],
    ['[fd12::1]:443', 'fd12::1', 443, true],
    ['[fd12::1]:443', 'fd12::1', 80, false],
    ['', 'bank.example', 443, false],
  ] as const)('%s names %s port %i: %s', ([list, host, port, named]) => {
    expect(noProxyEntry(list, host, port) !== undefined).toBe(named);
  });
});

describe('the proxy of a target', () => {
  const environment = {
    HTTPS_PROXY: 'http://me:p%40ss-word@proxy.example:3128',
    http_proxy: 'other.example:8080',
  };

  test('is that of the environment for its scheme, with the credentials apart', () => {
    const { proxy, secrets } = plan('https://bank.example', environment);
    const encoded = Buffer.from('me:p@ss-word').toString('base64');
    expect(proxy).toEqual({
      url: 'http://proxy.example:3128',
      from: 'HTTPS_PROXY',
      authorization: `Basic ${encoded}`,
    });
    expect(secrets?.map(({ text }) => text)).toEqual([encoded, 'p@ss-word']);
    expect(plan('http://bank.example', environment).proxy).toEqual({
      url: 'http://other.example:8080',
      from: 'http_proxy',
    });
  });

  test('is never that of the environment for this machine itself', () => {
    for (const url of ['https://localhost:1', 'https://127.0.0.1', 'https://[::1]:1']) {
      expect(plan(url, environment).proxy).toBeUndefined();
      expect(plan(url, environment).unproxied).toContain('HTTPS_PROXY');
    }
  });

  test("is the config's before all others; false is none", () => {
    const own = plan('https://127.0.0.1', environment, { proxy: 'http://mine.example' });
    expect(own.proxy).toEqual({ url: 'http://mine.example', from: '/targets/0/proxy' });
    const none = plan('https://bank.example', environment, { proxy: false });
    expect([none.proxy, none.unproxied]).toEqual([undefined, '/targets/0/proxy is false']);
  });

  test.for(['socks5://proxy.example', 'proxy', 'http://'])('%s is refused', (proxy) => {
    expect(() => plan('https://bank.example', {}, { proxy })).toThrow(
      /this is no URL of an HTTP proxy\n.*c\.json#\/targets\/0\/proxy/,
    );
  });

  test('a bad variable is named, and nothing of its credentials', () => {
    const bad = { HTTPS_PROXY: 'socks5://me:hidden-word@proxy.example' };
    expect(() => plan('https://bank.example', bad)).toThrow('the environment variable HTTPS_PROXY');
    expect(() => plan('https://bank.example', bad)).not.toThrow('hidden-word');
  });
});

describe('resolve', () => {
  const place = { file: 'c.json', pointer: '/targets/0/resolve' };

  test.for([
    ['10.0.0.5', { address: '10.0.0.5' }],
    ['10.0.0.5:8443', { address: '10.0.0.5', port: 8443 }],
    ['::1', { address: '::1' }],
    ['[::1]', { address: '::1' }],
    ['[::1]:8443', { address: '::1', port: 8443 }],
    ['gateway.test:443', { address: 'gateway.test', port: 443 }],
  ] as const)('%s', ([text, expected]) => {
    expect(resolveOf('Bank.test', { 'bank.test': text }, place)).toEqual(expected);
    expect(resolveOf('other.test', { 'bank.test': text }, place)).toBeUndefined();
  });

  test.for(['http://10.0.0.5', '10.0.0.5:99999', '10.0.0.5:0', '[10.0.0.5]:1', 'a b', ':443'])(
    '%s is no address',
    (text) => {
      expect(() => resolveOf('bank.test', { 'bank.test': text }, place)).toThrow(
        /is no address\n.*c\.json#\/targets\/0\/resolve\/bank\.test/,
      );
    },
  );
});
