import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { renderSummary } from '../../../reports/console.js';
import { html } from '../../../reports/html.js';
import { junit } from '../../../reports/junit.js';
import { run } from '../../../src/engine/run/run.js';
import { planOf, targetAt } from '../../support/sandbox-target.js';
import { serve } from '../../support/server.js';
import { sessionAt } from '../session/session-at.js';

type Listener = (incoming: IncomingMessage, response: ServerResponse) => void;

function json(response: ServerResponse, status: number, body: object, headers: object = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

/** Shares the path of SNAP and nothing else: no X-TIMESTAMP, X-CLIENT-ID, HMAC-SHA512, `grant_type`. */
const ownScheme: Listener = (incoming, response) => {
  incoming.resume();
  const missing = ['X-PARTNER-ID', 'X-CLIENT-ID'].find(
    (name) => incoming.headers[name.toLowerCase()] === undefined,
  );
  if (missing === undefined) json(response, 200, { success: true });
  else
    json(response, 400, {
      status: 400,
      success: false,
      error: { message: `${missing} is required` },
    });
};

/** RFC 6749 sections 2.3.1 and 5.2: the client speaks for itself with Basic. */
const oauth: Listener = (incoming, response) => {
  incoming.resume();
  json(
    response,
    401,
    { error: 'invalid_client', error_description: 'Client authentication failed' },
    { 'WWW-Authenticate': 'Basic realm="oauth"' },
  );
};

const page: Listener = (incoming, response) => {
  incoming.resume();
  response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!DOCTYPE html><h1>Log in</h1>');
};

describe('an endpoint that shares the path and is not SNAP: one finding, and no failure', () => {
  test.for([
    ['a scheme of its own', ownScheme, 'it asks for X-PARTNER-ID, which no SNAP token request has'],
    ['a plain OAuth server', oauth, "it answers with OAuth's error invalid_client"],
    ['a login page', page, 'an HTML page came under HTTP 200, where JSON is due'],
  ] as const)('%s', async ([, listener, why]) => {
    const { url } = await serve(listener);
    const target = await targetAt(url, 'bank');
    const result = await run(planOf([target]));
    const [found] = result.targets;
    const message = `what answers at ${url}/v1.0/access-token/b2b is not a SNAP token endpoint: ${why}`;
    expect(found?.control.outcome).toBe('not-snap');
    expect(found?.control.message).toContain(message);
    expect(found?.control.causes?.[0]).toContain('another service has this path');
    expect(found?.verdict).toBe('inconclusive');
    expect(found?.summary).toMatchObject({ passed: 0, failed: 0, warnings: 0, cantTell: 0 });
    const reasons = new Set(
      found?.checks
        .filter(({ id, outcome }) => id.startsWith('token-b2b/') && outcome === 'untested')
        .map((check) => check.message),
    );
    expect([...reasons]).toContain(found?.control.message);
    // The control, again, and at four other instants; no wrong rule is tried on a stranger.
    expect(found?.stats.requests).toBeLessThan(20);
    const text = renderSummary(result, { color: false, width: 400 });
    expect(text.split(message)).toHaveLength(2);
    expect(html.render(result)).toContain('is not a SNAP token endpoint');
    expect(junit.render(result)).toContain('is not a SNAP token endpoint');
  });
});

describe('what may be SNAP is treated as SNAP', () => {
  const outcomeOf = async (listener: Listener, profile?: Parameters<typeof sessionAt>[1]) => {
    const { url } = await serve(listener);
    return (await (await sessionAt(url, profile)).control()).outcome;
  };
  const saying =
    (status: number, body: object): Listener =>
    (incoming, response) => {
      incoming.resume();
      json(response, status, body);
    };

  test('a refusal with a responseCode, whatever it asks for', async () => {
    const body = {
      responseCode: '4007302',
      responseMessage: 'Invalid Mandatory Field X-PARTNER-ID',
    };
    expect(await outcomeOf(saying(400, body))).toBe('refused');
  });

  test('a refusal in other words, that asks for nothing foreign', async () => {
    expect(await outcomeOf(saying(401, { message: 'invalid X-SIGNATURE' }))).toBe('refused');
  });

  test('one that asks for grant_type, if the profile has that', async () => {
    const overrides = { 'token-b2b': { grantType: { member: 'grant_type' } } };
    const body = { message: 'grant_type is wrong' };
    expect(await outcomeOf(saying(400, body), { overrides })).toBe('refused');
    expect(await outcomeOf(saying(400, body))).toBe('not-snap');
  });

  test('a grant in JSON, however wrong', async () => {
    expect(await outcomeOf(saying(200, { access_token: 'x', expires_in: 900 }))).toBe('accepted');
    expect(await outcomeOf(saying(200, {}))).toBe('accepted');
  });

  test('a page under an error: something before the service', async () => {
    const blocked: Listener = (incoming, response) => {
      incoming.resume();
      response.writeHead(403, { 'Content-Type': 'text/html' }).end('<html>');
    };
    expect(await outcomeOf(blocked)).toBe('refused');
  });
});
