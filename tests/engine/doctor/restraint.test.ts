import { createHmac, verify } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { request as ask } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { TargetConfig } from '../../../schemas/generated/config.js';
import { afternoon, freezeDate, morning } from '../../support/frozen-date.js';
import { examineTarget, findingOn } from '../../support/ruled/examined.js';
import { startSandboxTarget, testCredentials } from '../../support/sandbox-target.js';
import { serve } from '../../support/server.js';
import { serveTokens } from '../../support/token-server.js';
import { transactionServer } from '../../support/transaction-server.js';

/** The control twice and at four other instants, in each of the two forms of X-TIMESTAMP. */
const controls = 12;

/** A server that refuses all requests; from the one of this number on with another answer. */
async function refusing(
  from: number,
  status: number,
  responseMessage: string,
  headers: Record<string, string> = {},
) {
  let asked = 0;
  const { url } = await serve((incoming: IncomingMessage, response: ServerResponse) => {
    incoming.resume();
    asked += 1;
    const other = asked >= from;
    response.writeHead(other ? status : 401, {
      'Content-Type': 'application/json',
      // Node's own goes by the real clock, also when a test has set another time.
      Date: new Date().toUTCString(),
      ...(other && headers),
    });
    response.end(
      JSON.stringify(
        other
          ? { responseCode: `${status}7300`, responseMessage }
          : { responseCode: '4017300', responseMessage: 'Unauthorized. Signature' },
      ),
    );
  });
  return { url, asked: () => asked };
}

describe('a target that takes none of them', () => {
  test('is asked once more where a 12-hour clock shows', async () => {
    freezeDate(afternoon);
    const { url, asked } = await refusing(Number.POSITIVE_INFINITY, 0, '');
    const found = findingOn(await examineTarget(url, {}, false), 'token-b2b');
    expect(asked()).toBe(controls + 11);
    expect(found.tried).toMatchObject({ ruledOut: 11 });
  });

  test('is asked ten times, and told how many were ruled out before the causes', async () => {
    freezeDate(morning);
    const { url, asked } = await refusing(Number.POSITIVE_INFINITY, 0, '');
    const found = findingOn(await examineTarget(url, {}, false), 'token-b2b');
    expect(asked()).toBe(controls + 10);
    expect(found.message).toMatch(
      /^the control was refused: HTTP 401 4017300 "Unauthorized\. Signature"; 10 rules tried and ruled out; doctor --deep tries up to \d+ more$/,
    );
    expect(found.tried).toMatchObject({ ruledOut: 10 });
    expect(found.remedies[0]).toContain('the public key registered for this client');
  });

  test('is asked by the whole catalogue with --deep, a thousand times at most', async () => {
    const { url, asked } = await refusing(Number.POSITIVE_INFINITY, 0, '');
    const found = findingOn(await examineTarget(url, {}, true), 'token-b2b');
    const rules = asked() - controls;
    expect(rules).toBeGreaterThan(300);
    expect(rules).toBeLessThanOrEqual(1000);
    expect(found.tried).toEqual({ ruledOut: rules, left: 0 });
    expect(found.message).toContain(`; ${rules} rules tried and ruled out`);
    expect(found.message).not.toContain('--deep');
  });

  test('whose refusal gives no reason is not said to lack the key', async () => {
    const { url } = await refusing(0, 401, 'Unauthorized');
    const found = findingOn(await examineTarget(url, {}, false), 'token-b2b');
    expect(found.remedies[0]).toContain('the refusal gives no reason');
  });

  test('is not asked how it signs if another thing answers', async () => {
    const { url, asked } = await refusing(0, 404, 'Not Found');
    const found = findingOn(await examineTarget(url, {}, true), 'token-b2b');
    expect(found.message).not.toContain('ruled out');
    expect(asked()).toBe(controls);
  });
});

describe('nothing more is tried', () => {
  test.for([
    [429, 'Too Many Requests', 'the target asked for fewer requests'],
    [403, 'Client locked after too many attempts', 'reads as if the client were locked'],
    [401, 'Akun terkunci', 'reads as if the client were locked'],
    [423, 'Locked', 'reads as if the client were locked'],
  ] as const)('after %i %s', async ([status, said, why]) => {
    const { url, asked } = await refusing(controls + 3, status, said, { 'Retry-After': '0' });
    const found = findingOn(await examineTarget(url, {}, true), 'token-b2b');
    expect(asked()).toBe(controls + 3);
    expect(found.message).toContain(`no more were tried: `);
    expect(found.tried?.stopped).toContain(why);
    expect(found.tried?.left).toBeGreaterThan(300);
  });

  test('once the budget of requests is used up', async () => {
    const { url, asked } = await refusing(Number.POSITIVE_INFINITY, 0, '');
    const limits = { maxRequests: controls + 4 };
    const found = findingOn(await examineTarget(url, { limits }, true), 'token-b2b');
    expect(asked()).toBe(controls + 4);
    expect(found.tried?.stopped).toContain('no requests are left');
  });
});

test('nothing that is printed holds a secret', async () => {
  const [{ clientSecret }] = await testCredentials();
  const token = 'a-token-that-is-always-the-same';
  const sign = ({ method, target, token: sent, body, timestamp }: { [name: string]: string }) =>
    createHmac('sha512', clientSecret)
      .update(`${method}:${target}:Bearer ${sent}:${clientSecret}:${body}:${timestamp}`)
      .digest('base64');
  const plan = await transactionServer('secret', { sign: (called) => sign({ ...called }) });
  const { transaction } = plan;
  const examination = await examineTarget(
    plan.baseUrl,
    { ...(transaction && { transaction }) },
    true,
  );
  const text = JSON.stringify(examination);
  expect(text).not.toContain(clientSecret);
  expect(text).not.toContain(token);
});

describe('a header that something between dropped', () => {
  test.for(['X-SIGNATURE', 'X-CLIENT-KEY'])('%s: that comes first', async (name) => {
    const { sandbox } = await startSandboxTarget('behind a proxy');
    let asked = 0;
    const { url } = await serve((incoming, response) => {
      asked += 1;
      const { method = 'GET', url: path = '/', headers } = incoming;
      const { [name.toLowerCase()]: _, ...passed } = headers;
      const outgoing = ask(`${sandbox.url}${path}`, { method, headers: passed }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      });
      incoming.pipe(outgoing);
    });
    try {
      const found = findingOn(await examineTarget(url, {}, true), 'token-b2b');
      const [first, ...rest] = found.remedies;
      expect(first).toContain(`${name} was sent, and the target says that it is missing`);
      expect(rest.slice(0, 3).join('\n')).toMatch(/nginx: .*\nApache with PHP: .*\nan API gateway/);
      expect(rest[0]).toContain(
        `proxy_set_header ${name} $http_${name.toLowerCase().replaceAll('-', '_')};`,
      );
      // How it is signed has nothing to do with it.
      expect(asked).toBe(controls);
    } finally {
      await sandbox.close();
    }
  });
});

describe('a client secret with something around it', () => {
  test.for([
    ['\n', '', 'without the white space around it'],
    [' ', ' ', 'without the white space around it'],
    ['\ufeff', '', 'without the white space around it'],
    ['"', '"', 'without the quotation marks around it'],
  ] as const)('%j: the clean one is tried and named', async ([after, before, said]) => {
    const { sandbox, target } = await startSandboxTarget('bank', { transaction: true });
    const [{ clientId, clientSecret, privateKey }] = await testCredentials();
    const { transaction } = target;
    const withSecret = (secret: string) =>
      examineTarget(
        sandbox.url,
        {
          ...(transaction && { transaction: transaction as TargetConfig['transaction'] }),
          client: { clientId, clientSecret: secret, privateKey },
        } as Partial<TargetConfig> as never,
        false,
      );
    try {
      const examination = await withSecret(`${before}${clientSecret}${after}`);
      const found = findingOn(examination, 'transaction');
      expect(found.message).toContain(
        `but it was carried out when signed with the client secret ${said}`,
      );
      // It is the config's mistake, not the target's.
      expect(examination.outcome).toBe('unready');
      expect(examination.findings.find(({ status }) => status === 'warning')?.about).toBe(
        `client secret of ${clientId}`,
      );
      expect((await withSecret(clientSecret)).outcome).toBe('ready');
    } finally {
      await sandbox.close();
    }
  });
});

test("a baseUrl that ends in the service's path is cut, and that is said", async () => {
  const { sandbox } = await startSandboxTarget('bank');
  try {
    const examination = await examineTarget(`${sandbox.url}/v1.0/access-token/b2b/`, {}, false);
    expect(examination.outcome).toBe('ready');
    expect(examination.findings.find(({ about }) => about === 'baseUrl')).toMatchObject({
      status: 'warning',
      message: `the path of a service, /v1.0/access-token/b2b, was cut off its end: requests add it, and go to ${sandbox.url}/v1.0/access-token/b2b`,
    });
  } finally {
    await sandbox.close();
  }
});

describe("the target's own X-TIMESTAMP is read as its clock", () => {
  const hour = 3_600_000;
  /** Digits of Jakarta, whatever the offset says. */
  const stamp = (offset: number, zone: string) =>
    new Date(Date.now() + offset + 7 * hour).toISOString().slice(0, 19) + zone;
  const clocks = async (header: string | (() => string), date?: false) => {
    const { url } = await serveTokens(
      () => true,
      (response) => {
        response.setHeader('X-TIMESTAMP', typeof header === 'string' ? header : header());
        if (date === false) {
          response.removeHeader('Date');
          response.sendDate = false;
        }
      },
    );
    const { findings } = await examineTarget(url, {}, false);
    return findings.filter(({ about }) => about === 'clock');
  };

  test('and is right', async () => {
    expect(await clocks(() => stamp(0, '+07:00'))).toMatchObject([{ status: 'ok' }]);
  });

  test('beside Date, which is right', async () => {
    const [date, own] = await clocks(() => stamp(-300_000, '+07:00'));
    expect(date?.status).toBe('ok');
    expect(own).toMatchObject({ status: 'warning' });
    expect(own?.message).toMatch(/clock is (299|300|301) s ahead of the target's X-TIMESTAMP/);
  });

  test('without Date', async () => {
    const [own] = await clocks(() => stamp(0, '+07:00'), false);
    expect(own?.message).toContain("the target's X-TIMESTAMP header");
  });

  test.for(['Z', '+00:00', '+08:00'])('with digits of another zone than %s', async (zone) => {
    const [, own] = await clocks(() => stamp(0, zone));
    expect(own?.status).toBe('warning');
    expect(own?.message).toMatch(
      /own X-TIMESTAMP \(.*\) is (7 h ahead of|1 h behind) its Date header: its digits are of another zone/,
    );
  });

  test('the control goes by it when Date is right and it is not', async () => {
    const late = 10 * 60_000;
    const { url } = await serveTokens(
      ({ clientId, timestamp, signature, publicKey }) =>
        Math.abs(Date.parse(timestamp) - (Date.now() - late)) < 60_000 &&
        verify(
          'sha256',
          Buffer.from(`${clientId}|${timestamp}`),
          publicKey,
          Buffer.from(signature, 'base64'),
        ),
      (response) => response.setHeader('X-TIMESTAMP', stamp(-late, '+07:00')),
    );
    const found = findingOn(await examineTarget(url, {}, false), 'token-b2b');
    expect(found.status).toBe('ok');
  });
});
