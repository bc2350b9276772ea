import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { createAuthority } from '../../support/certificates.js';
import { english } from '../../support/english.js';
import { closedUrl, serve, serveRaw } from '../../support/server.js';
import { sessionAt } from '../session/session-at.js';

const causesAt = async (url: string, changes: Parameters<typeof sessionAt>[1] = {}) => {
  const control = english(await (await sessionAt(url, changes)).control());
  expect(control.outcome).not.toBe('accepted');
  return { outcome: control.outcome, message: control.message, causes: control.causes ?? [] };
};

const limits = {
  rate: null,
  concurrency: 1,
  timeoutMs: 50,
  longestWaitMs: 30_000,
  maxRequests: null,
};

describe('no answer to the control: what to look at', () => {
  test('a closed port', async () => {
    const found = await causesAt(await closedUrl());
    expect(found).toMatchObject({ outcome: 'no-answer' });
    expect(found.message).toMatch(/^the control got no answer: nothing accepts connections at 127/);
    expect(found.causes[0]).toMatch(/^no server is running at http:\/\/127/);
  });

  test('a mistyped host', async () => {
    const { causes } = await causesAt('http://nobody.invalid');
    expect(causes[0]).toContain('host name in baseUrl is mistyped');
  });

  test('silence', async () => {
    const { url } = await serve(() => undefined);
    const { causes } = await causesAt(url, { limits });
    expect(causes.join('\n')).toContain('list of allowed');
    expect(causes.join('\n')).toContain('limits.timeoutMs');
  });

  test.for([
    [429, 'lower limits.rate'],
    [503, 'the target is down'],
    [502, 'a gateway before it has no server'],
  ] as const)('HTTP %i', async ([status, cause]) => {
    const { url } = await serve((_incoming, response) => {
      response.writeHead(status, { 'Retry-After': '0' }).end();
    });
    const { outcome, causes } = await causesAt(url);
    expect(outcome).toBe('no-answer');
    expect(causes.join('\n')).toContain(cause);
  });

  test('what is not HTTP', async () => {
    const { url } = await serveRaw((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
    const { causes } = await causesAt(url);
    expect(causes.join('\n')).toContain('not an HTTP server');
  });

  test('a certificate that is not trusted, and a client certificate that is missing', async () => {
    const authority = createAuthority('authority');
    const own = authority.certify('server');
    const untrusted = await serve((_incoming, response) => response.end(), own);
    expect((await causesAt(untrusted.url)).causes[0]).toContain('give its authority as tls.ca');
    const demanding = await serve((_incoming, response) => response.end(), {
      ...own,
      ca: authority.cert,
      requestCert: true,
    });
    const tls = { ca: authority.cert };
    expect((await causesAt(demanding.url, { tls })).causes[0]).toContain('tls.cert and tls.key');
  });
});

describe('a refusal of the control: what to look at', () => {
  const answering = (
    status: number,
    body: string,
    headers: Record<string, string> = { 'Content-Type': 'application/json' },
  ) =>
    serve((_incoming, response: ServerResponse) => {
      response.writeHead(status, headers).end(body);
    });
  const message = (responseMessage: string) =>
    JSON.stringify({ responseCode: '4017300', responseMessage });

  test.for([
    [404, '{}', 'check baseUrl (its path is kept as a prefix) and the profile'],
    [405, '{}', 'another service answers at /v1.0/access-token/b2b'],
    [301, '', 'the target redirects'],
    [307, '', 'the target redirects'],
    [401, message('Unauthorized. Unknown Client'), 'is not registered at this target'],
    [401, message('Unauthorized. Signature'), 'the public key registered for this client'],
    [401, message('invalid StringToSign'), 'the public key registered for this client'],
    [
      400,
      message('Invalid Field Format X-TIMESTAMP'),
      'another form of X-TIMESTAMP than profile snap-bi says: offset',
    ],
    [
      400,
      message('Invalid Field Format grantType'),
      'another grant type than grantType: client_credentials',
    ],
    [415, '{}', 'no body of the type application/json: if its document says so, a profile'],
    [
      400,
      message('Invalid Field Format Content-Type'),
      'a profile or overrides can too (token-b2b.body: form)',
    ],
    [403, '{}', 'the refusal gives no reason'],
    [401, message('Unauthorized'), 'the refusal gives no reason'],
    [500, '{}', 'its own log tells more'],
  ] as const)('HTTP %i %s', async ([status, body, cause]) => {
    const { url } = await answering(status, body);
    const { outcome, causes } = await causesAt(url);
    expect(outcome).toBe('refused');
    expect(causes[0]).toContain(cause);
    expect(new Set(causes).size).toBe(causes.length);
  });

  test('a page of something that stands before the service', async () => {
    const { url } = await answering(403, '<html>', { 'Content-Type': 'text/html' });
    const { causes } = await causesAt(url);
    expect(causes.at(-1)).toContain('a proxy, a firewall, a login page');
  });
});

test('a merchant refuses anyone but the provider that it knows', async () => {
  const { url } = await serve((incoming, response) => {
    incoming.resume();
    response.writeHead(401, { 'Content-Type': 'application/json' });
    response.end('{"responseCode":"4017300","responseMessage":"Unauthorized. Signature"}');
  });
  const known = 'the provider as the merchant has it registered';
  expect((await causesAt(url, { role: 'merchant' })).causes.join('\n')).toContain(known);
  expect((await causesAt(url)).causes.join('\n')).not.toContain(known);
});
