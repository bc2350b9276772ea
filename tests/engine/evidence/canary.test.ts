import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { renderSummary } from '../../../reports/console.js';
import { reporterNames } from '../../../reports/formats.js';
import type { Result } from '../../../schemas/generated/result.js';
import { run } from '../../../src/engine/run/run.js';
import { parseTimestamp } from '../../../src/protocol/timestamp.js';
import { allReports } from '../../support/all-reports.js';
import { planOf, targetAt, testCredentials } from '../../support/sandbox-target.js';
import { bodyOf, serve } from '../../support/server.js';

const [secretCanary, tokenCanary] = [0, 1].map(() => randomBytes(15).toString('base64url')) as [
  string,
  string,
];
const clientSecret = `S+${randomBytes(8).toString('hex')}/${secretCanary}"=`;
const [client] = await testCredentials();

/** A token with the canary in it that is new each time; now and then with a character no token has. */
function newToken(): string {
  return `${randomBytes(9).toString('base64url')}-${tokenCanary}-${randomBytes(200).toString('base64url')}`;
}

/** A server that repeats all the secrets that it knows, in every form, wherever there is room. */
function gossip() {
  const told: string[] = [];
  let count = 0;
  const forms = (secret: string) => [
    secret,
    JSON.stringify({ secret }),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64'),
    Buffer.from(`a:${secret}`).toString('base64'),
  ];
  return async (incoming: IncomingMessage, response: ServerResponse) => {
    const body = (await bodyOf(incoming)).toString();
    count += 1;
    const granted =
      incoming.method === 'POST' &&
      parseTimestamp(String(incoming.headers['x-timestamp'])).ok &&
      body.includes('client_credentials') &&
      incoming.headers['x-client-key'] === client.clientId;
    const wrapped = !granted && incoming.method === 'POST' && count % 4 === 2;
    // What was never issued as a token can't be recognised as one: refusals repeat the latest.
    if (granted || wrapped) told.push(count % 3 === 0 ? `${newToken()}\u00e4` : newToken());
    const [token = '', former = token] = told.slice(-2).reverse();
    const secrets = [clientSecret, token, former, client.privateKey];
    const leak = secrets.flatMap(forms).join(' ');
    response.setHeader('Content-Type', 'application/json');
    response.setHeader('X-Debug', encodeURIComponent(leak).slice(0, 6000));
    response.setHeader('X-Token', Buffer.from(token).toString('base64'));
    response.setHeader('Cache-Control', `max-age=${encodeURIComponent(clientSecret)}`);
    if (granted) {
      response.end(
        JSON.stringify({
          responseCode: clientSecret,
          responseMessage: `fine ${leak}`,
          accessToken: token,
          tokenType: `Bearer ${former}`,
          expiresIn: { secret: clientSecret, token },
          additionalInfo: leak,
        }),
      );
      return;
    }
    response.statusCode = 400;
    if (count % 4 === 0) response.end(`${'x'.repeat(30)}${token} ${leak}`);
    else if (count % 4 === 1) response.end(Buffer.concat([Buffer.from([0xff]), Buffer.from(leak)]));
    else
      response.end(
        JSON.stringify({
          responseCode: 4007301,
          responseMessage: `${'y'.repeat(140)}${token} ${clientSecret} ${leak}`,
          accessToken: wrapped ? token : undefined,
        }),
      );
  };
}

/** The result, and what a journal of the run would hold. */
async function runAgainstGossip(): Promise<{ result: Result; journal: string }> {
  const { url } = await serve(gossip());
  const target = await targetAt(url, 'gossip');
  target.client.clientSecret = clientSecret;
  const lines: string[] = [];
  const record = (entry: unknown) => void lines.push(JSON.stringify(entry));
  const result = await run(planOf([target], { depth: 'quick' }), { record });
  return { result, journal: lines.join('\n') };
}

/** Texts by which a piece of a canary would be recognised, in any of the forms. */
function traces(canary: string): string[] {
  const base64 = [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), Buffer.from(canary)]).toString('base64');
    return whole.slice(2 + before, 2 + before + 16);
  });
  return [canary, canary.slice(0, 15), canary.slice(-15), ...base64];
}

test('no report of a run against a server that repeats every secret holds one, nor does its journal', async () => {
  const { result, journal } = await runAgainstGossip();
  const texts = [...(await allReports(result)), renderSummary(result, { color: false }), journal];
  // The badge is two files; every other format of one target is one.
  expect(texts).toHaveLength(reporterNames.length + 3);
  const [, , line = '', next = ''] = client.privateKey.split('\n');
  for (const text of texts) {
    expect(text.length).toBeGreaterThan(50);
    for (const trace of [
      ...traces(secretCanary),
      ...traces(tokenCanary),
      line.slice(0, 40),
      line.slice(-40),
      next.slice(10, 50),
    ])
      expect(around(text, trace)).toBeUndefined();
  }

  // There were many secrets to hide.
  const [target] = result.targets;
  expect(target?.control.outcome).toBe('accepted');
  expect(target?.summary.failed).toBeGreaterThan(10);
  const kept = JSON.stringify(result);
  expect(kept).toContain('[client secret]');
  expect(kept).toContain('[private key]');
  expect(kept).toMatch(/"accessToken\\":\\"[\w-]{6}…/);
});

/** Where a text holds another, with its surroundings: what a failure shows. */
function around(text: string, part: string): string | undefined {
  const at = text.indexOf(part);
  return at < 0 ? undefined : text.slice(Math.max(0, at - 200), at + 100);
}
