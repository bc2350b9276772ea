import { createHash, createHmac, createPrivateKey, sign } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import type { Services } from '../../../schemas/generated/profile.js';
import type { CheckResult } from '../../../schemas/generated/result.js';
import type { TargetPlan } from '../../../src/engine/plan/plan.js';
import { run } from '../../../src/engine/run/run.js';
import { keyText } from '../../../src/engine/services/signature-utility.js';
import {
  planOf,
  startSandboxTarget,
  targetAt,
  testCredentials,
} from '../../support/sandbox-target.js';
import { bodyOf, serve } from '../../support/server.js';

const only = ['signature-utility/*'];

async function findings(target: TargetPlan): Promise<{ checks: CheckResult[]; text: string }> {
  const result = await run(planOf([target], { only }));
  return { checks: result.targets[0]?.checks ?? [], text: JSON.stringify(result) };
}

async function portal(...faults: string[]) {
  const started = await startSandboxTarget('portal', { profile: 'aspi-sandbox', faults });
  onTestFinished(() => started.sandbox.close());
  return started;
}

/** What each check says, where all of them say the same. */
function onlyMessage(checks: CheckResult[], outcome: CheckResult['outcome']): string | undefined {
  expect(checks.length).toBeGreaterThan(12);
  expect(checks.map((check) => check.outcome)).toEqual(checks.map(() => outcome));
  const messages = new Set(checks.map(({ message }) => message));
  return messages.size === 1 ? [...messages][0] : undefined;
}

test('nothing is sent to a utility unless the config asks for it', async () => {
  const { sandbox, target } = await portal();
  delete target.signatureUtility;
  const { checks } = await findings(target);
  expect(onlyMessage(checks, 'untested')).toContain('no signatureUtility: true in the config');
  expect(sandbox.requests).toBe(0);
});

test('nothing is sent over plain http beyond this machine, whatever the config says', async () => {
  const target = await targetAt('http://portal.example', 'portal', 'aspi-sandbox');
  target.signatureUtility = true;
  const { checks, text } = await findings(target);
  expect(onlyMessage(checks, 'untested')).toContain('a private key is never sent over it');
  expect(text).toContain('"requests":0');
});

test('a document without a utility leaves nothing to test', async () => {
  const target = await targetAt('http://127.0.0.1:9', 'bank');
  target.signatureUtility = true;
  const { checks } = await findings(target);
  expect(onlyMessage(checks, 'inapplicable')).toMatch(
    /^SNAP BI.* document offers no signature utility$/,
  );
});

test('without a client secret signature-auth alone is tested', async () => {
  const { target } = await portal();
  delete target.client.clientSecret;
  const { checks } = await findings(target);
  const outcomes = (part: string) =>
    new Set(checks.filter(({ id }) => id.includes(`/${part}/`)).map(({ outcome }) => outcome));
  expect(outcomes('auth')).toEqual(new Set(['passed']));
  expect(outcomes('service')).toEqual(new Set(['untested']));
});

test.for(['utility-auth-sends-the-secret-back', 'utility-service-sends-the-secret-back'])(
  '%s: the finding shows the exchange, and not the secret',
  async (fault) => {
    const { target } = await portal(fault);
    const { checks, text } = await findings(target);
    expect(checks.filter(({ outcome }) => outcome === 'failed')).toHaveLength(1);
    const [client] = await testCredentials();
    expect(text).toContain('[private key]');
    expect(text).toContain('[client secret]');
    for (const secret of [client.clientSecret, keyText(client.privateKey)]) {
      expect(text).not.toContain(secret);
      // A key's middle too; a shorter secret has no piece that chance wouldn't write.
      if (secret.length > 200) expect(text).not.toContain(secret.slice(40, 100));
    }
  },
);

/** A portal that shares no line with the sandbox: node's crypto alone. */
function plainPortal({ token = '|', call = ':' } = {}) {
  const of = ({ headers }: IncomingMessage, name: string) => String(headers[name] ?? '');
  const signers: Record<string, (asked: IncomingMessage, body: Buffer) => Buffer> = {
    '/api/v1.0/utilities/signature-auth': (asked) => {
      const der = Buffer.from(of(asked, 'private_key'), 'base64');
      const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
      if (key.asymmetricKeyType !== 'rsa') throw new TypeError('not RSA');
      const text = `${of(asked, 'x-client-key')}${token}${of(asked, 'x-timestamp')}`;
      return sign('RSA-SHA256', Buffer.from(text), key);
    },
    '/api/v1.0/utilities/signature-service': (asked, body) => {
      // What is sent holds no quotes within strings, so that minifying is splitting at them.
      const minified = body
        .toString()
        .split('"')
        .map((part, index) => (index % 2 === 1 ? part : part.replace(/\s/g, '')))
        .join('"');
      const hash = createHash('sha256').update(minified).digest('hex');
      const parts = ['httpmethod', 'endpoinurl', 'accesstoken'].map((name) => of(asked, name));
      const text = [...parts, hash, of(asked, 'x-timestamp')].join(call);
      return createHmac('sha512', of(asked, 'x-client-secret')).update(text).digest();
    },
  };
  const needed = [
    ['x-timestamp', 'timestamp'],
    ['x-client-key', 'clientId'],
    ['private_key', 'privateKey'],
    ['x-client-secret', 'clientSecret'],
    ['httpmethod', 'httpMethod'],
    ['endpoinurl', 'endpointUrl'],
    ['accesstoken', 'accessToken'],
  ] as const;
  return serve(async (asked, response) => {
    const body = await bodyOf(asked);
    const refuse = (field: string) => {
      response.writeHead(400, { 'Content-Type': 'application/json' });
      const responseMessage = `The ${field} field is required.`;
      response.end(JSON.stringify({ responseCode: '4000000', responseMessage }));
    };
    const isAuth = asked.url?.endsWith('auth') === true;
    const own = isAuth ? needed.slice(0, 3) : [needed[0], ...needed.slice(3)];
    const missing = own.find(([name]) => of(asked, name) === '');
    if (missing) return refuse(missing[1]);
    try {
      const signature = signers[asked.url ?? '']?.(asked, body).toString('base64');
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ signature }));
    } catch {
      refuse('privateKey');
    }
  });
}

test('a portal that conforms by means of its own passes', async () => {
  const { url } = await plainPortal();
  const target = await targetAt(url, 'portal', 'aspi-sandbox');
  target.signatureUtility = true;
  const { checks } = await findings(target);
  expect(checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  expect(checks).toHaveLength(15);
});

test('a portal signs by the delimiters of the services that it signs for', async () => {
  const { url } = await plainPortal({ token: ';', call: '|' });
  const found = async (overrides: Services) => {
    const target = await targetAt(url, 'portal', 'aspi-sandbox', overrides);
    target.signatureUtility = true;
    const { checks } = await findings(target);
    return checks.filter(({ outcome }) => outcome !== 'passed').map(({ id }) => id);
  };
  const own: Services = {
    'token-b2b': { signature: { delimiter: ';' } },
    transaction: { signature: { delimiter: '|' } },
  };
  expect(await found(own)).toEqual([]);
  expect(await found({})).toEqual([
    'signature-utility/auth/signs-as-documented',
    'signature-utility/service/signs-as-documented',
  ]);
});

test("a portal that takes Jakarta's time without an offset alone is asked in that form", async () => {
  const { sandbox, target } = await startSandboxTarget('portal', {
    profile: 'aspi-sandbox',
    overrides: {
      'signature-utility': { timestamp: { accept: ['local-millis'], reject: ['offset', 'utc'] } },
    },
  });
  onTestFinished(() => sandbox.close());
  const found = await findings(target);
  expect(found.checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  expect(found.checks).toHaveLength(15);
  target.profile.services['signature-utility'].timestamp.accept = ['offset'];
  const other = await findings(target);
  expect(other.checks.map(({ outcome }) => outcome)).not.toContain('passed');
});
