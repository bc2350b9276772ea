import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { shorten } from '../../../src/engine/evidence/redact.js';
import { tokenB2bAdapter } from '../../../src/engine/services/token-b2b.js';
import type { AnsweredExchange, Rule, Service } from '../../../src/engine/session/service.js';
import { say } from '../../../src/messages/message.js';
import { tokenB2b } from '../../../suites/token-b2b/token-b2b.js';
import { english } from '../../support/english.js';
import { startSandboxTarget } from '../../support/sandbox-target.js';
import { serve } from '../../support/server.js';
import { serveTokens } from '../../support/token-server.js';
import { sessionAt } from './session-at.js';

/** A service that notes what it is shown. */
function watching() {
  const seen: Record<'grants' | 'refusals', AnsweredExchange<'token-b2b'>[]> = {
    grants: [],
    refusals: [],
  };
  const rule = (id: string, into: AnsweredExchange<'token-b2b'>[]): Rule<'token-b2b'> => ({
    id,
    judge: (message) => {
      into.push(message);
      const words = message.answer.members?.['responseMessage'];
      return words === 'Successful'
        ? undefined
        : say('run/checks/refused', { answer: String(words) });
    },
  });
  const service: Service<'token-b2b'> = {
    adapter: tokenB2bAdapter,
    grants: () => [rule('a/b/grants', seen.grants)],
    refusals: () => [rule('a/b/refusals', seen.refusals)],
  };
  return { seen, service };
}

test('a token that is given without TLS is hidden from then on', async () => {
  const token = randomBytes(24).toString('hex');
  const { url } = await serve((_incoming, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ accessToken: token, responseMessage: `for ${token}` }));
  });
  const session = await sessionAt(url);
  const observed = await session.sendPlain(session.draft(), { purpose: 'probe' });
  expect(observed.answer?.token).toBe(token);
  await session.record(observed);
  expect(JSON.stringify(session.state.evidence())).not.toContain(token);
  expect(session.redact(`for ${token}`)).toBe(`for ${shorten(token)}`);
});

const asIs = { name: 'nothing', field: 'body', apply: <T>(draft: T) => draft };

describe('every message of the run is judged as what it is', () => {
  test('a granted control, a refused probe, a probe that got a token, a variation', async () => {
    const { seen, service } = watching();
    const { sandbox, target } = await startSandboxTarget('judged');
    const session = await sessionAt(sandbox.url, { ...target, profile: 'snap-bi', service });
    await session.sendControl();
    await session.probe(
      { ...asIs, apply: (draft) => ({ ...draft, clientId: 'nobody' }) },
      { faultClass: 'unknown-client', faultField: 'X-CLIENT-KEY' },
    );
    await session.probe(asIs, { faultClass: 'other' });
    await session.probe(asIs);
    await sandbox.close();
    expect(seen.grants.map(({ faultClass }) => faultClass)).toEqual([
      undefined,
      'other',
      undefined,
    ]);
    expect(seen.refusals).toMatchObject([
      { faultClass: 'unknown-client', faultField: 'X-CLIENT-KEY', answer: { status: 401 } },
    ]);
    expect([...session.shared.refusedClasses]).toEqual(['unknown-client']);
    // Rules and schema alike feed the tally.
    expect(session.shared.tally.of('a/b/grants')).toEqual({ judged: 3, violations: 0 });
    expect(session.shared.tally.of('a/b/refusals')).toMatchObject({ judged: 1, violations: 1 });
    expect(session.shared.tally.of('token-b2b/expiry/type')).toEqual({ judged: 3, violations: 0 });
    expect(session.shared.tally.of('token-b2b/errors/shape')).toEqual({ judged: 1, violations: 0 });
    expect(session.state.client.requests).toBe(4);
  });

  test('a missing answer is judged by nobody', async () => {
    const { seen, service } = watching();
    const { url } = await serve((_incoming, response) => {
      response.writeHead(503, { 'Retry-After': '0' }).end('{"responseMessage":"x"}');
    });
    const session = await sessionAt(url, { service });
    const { answer, sent } = await session.sendControl();
    expect([answer, sent.noAnswer?.kind]).toEqual([undefined, 'unavailable']);
    expect(seen).toEqual({ grants: [], refusals: [] });
  });

  test('each counts once for a requirement, of which both the schema and a rule may speak', async () => {
    const { sandbox, target } = await startSandboxTarget('counted');
    const session = await sessionAt(sandbox.url, {
      ...target,
      profile: 'snap-bi',
      service: tokenB2b,
    });
    for (let count = 0; count < 3; count += 1)
      await session.probe(
        { ...asIs, apply: (draft) => ({ ...draft, clientId: 'nobody' }) },
        { faultClass: 'unknown-client' },
      );
    await session.sendControl();
    await sandbox.close();
    const judged = (id: string) => session.shared.tally.of(`token-b2b/${id}`).judged;
    expect(judged('errors/shape')).toBe(3);
    expect(judged('errors/seven-digits')).toBe(3);
    expect(judged('response/content-type')).toBe(1);
  });

  test('the contents of a violation are redacted while the token is known', async () => {
    const token = randomBytes(24).toString('hex');
    let answers = 0;
    const { url } = await serve((_incoming, response) => {
      answers += 1;
      response.setHeader('Content-Type', 'application/json');
      const given = answers === 1 ? token : randomBytes(24).toString('hex');
      response.end(JSON.stringify({ accessToken: given, responseMessage: `for ${given}` }));
    });
    const session = await sessionAt(url, { service: watching().service });
    for (let count = 0; count < 300; count += 1) await session.sendControl();
    const { plainest } = session.shared.tally.of('a/b/grants');
    expect(english(plainest?.message)).toMatch(/^refused: for \w{6}…\w{4}$/);
    expect(JSON.stringify(session.shared.dialect)).not.toContain(token);
  });
});

describe('evidence', () => {
  test('is recorded once, with the control next to the probe', async () => {
    const { url } = await serveTokens(() => true);
    const session = await sessionAt(url);
    const observed = await session.probe({
      name: 'the client was changed',
      field: 'header X-CLIENT-KEY',
      apply: (draft) => ({ ...draft, clientId: 'nobody' }),
    });
    const id = await session.record(observed);
    expect(await session.record(observed)).toBe(id);
    const [exchange, ...others] = session.state.evidence();
    expect(others).toEqual([]);
    expect(exchange).toMatchObject({
      id,
      target: 'target',
      purpose: 'probe',
      mutation: { before: session.signer.clientId, after: 'nobody' },
    });
    expect(exchange?.signed?.stringToSign).toMatch(/^nobody\|/);
  });
});

describe('the control', () => {
  test.for([
    ['snap-bi', '/v1.0/access-token/b2b', /\+07:00$/],
    ['doku', '/authorization/v1/access-token/b2b', /Z$/],
  ] as const)('of %s is made by its profile', async ([profile, path, time]) => {
    const session = await sessionAt('http://127.0.0.1:1', { profile });
    const draft = session.draft();
    expect(draft).toMatchObject({
      method: 'POST',
      path,
      contentType: 'application/json',
      clientId: session.signer.clientId,
      chunked: false,
    });
    expect(draft.timestamp).toMatch(time);
    expect(draft.body?.toString()).toBe('{"grantType":"client_credentials"}');
  });

  test('takes member, value and encoding from the settings', async () => {
    const session = await sessionAt('http://127.0.0.1:1', {
      overrides: {
        'token-b2b': {
          grantType: { member: 'grant_type', value: 'x' },
          signature: { encoding: 'hex' },
        },
      },
    });
    expect(session.draft().body?.toString()).toBe('{"grant_type":"x"}');
    expect(session.draft().signing.encode(Buffer.from([255]))).toBe('ff');
  });
});
