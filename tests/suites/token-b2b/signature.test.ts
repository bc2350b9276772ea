import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Services } from '../../../schemas/generated/profile.js';
import type { Exchange } from '../../../schemas/generated/result.js';
import { run } from '../../../src/engine/run/run.js';
import { planOf, startSandboxTarget, targetAt } from '../../support/sandbox-target.js';

type Replay = 'refuse' | 'accept' | 'unspecified';
const saying = (replay: Replay): Services => ({ 'token-b2b': { signature: { replay } } });

/** The check alone, of a document that says one thing against a server that does another. */
async function replayOf(document: Replay, server: Replay) {
  const { sandbox } = await startSandboxTarget('server', { overrides: saying(server) });
  const target = await targetAt(sandbox.url, 'target', 'snap-bi', saying(document));
  const result = await run(planOf([target], { only: ['token-b2b/signature/replay'] }));
  await sandbox.close();
  const [found] = result.targets;
  return { check: found?.checks[0], noted: found?.dialect['replay of a signed request'] };
}

describe('the same request twice', () => {
  test.for([
    ['refuse', 'refuse', 'passed', 'refused'],
    ['refuse', 'accept', 'failed', 'accepted'],
    ['accept', 'accept', 'passed', 'accepted'],
    ['accept', 'refuse', 'failed', 'refused'],
    ['unspecified', 'refuse', 'inapplicable', 'refused'],
    ['unspecified', 'accept', 'inapplicable', 'accepted'],
  ] as const)('document: %s, server: %s: %s', async ([document, server, outcome, noted]) => {
    const found = await replayOf(document, server);
    expect(found.check?.message).toContain(noted);
    expect(found.check?.outcome).toBe(outcome);
    expect(found.check?.level).toBe('SHOULD');
    expect(found.noted).toBe(noted);
  });
});

/** The probe that a faulty server gave a token for, by the check alone. */
async function decisive(fault: string, id: string): Promise<Exchange> {
  const { sandbox, target } = await startSandboxTarget(fault, { faults: [fault] });
  const result = await run(planOf([target], { only: [id] }));
  await sandbox.close();
  const [check] = result.targets[0]?.checks ?? [];
  expect(check?.outcome).toBe('failed');
  const probe = result.exchanges.find(({ id: each }) => each === check?.exchanges[1]);
  if (!probe?.signed || !probe.mutation) throw new Error('the probe is part of the evidence');
  return probe;
}

describe('a probe signs the text that it names', () => {
  const hash = createHash('sha256').update('{"grantType":"client_credentials"}').digest('hex');

  test('the body', async () => {
    const probe = await decisive('takes-signed-body', 'token-b2b/signature/refuses-body-signed');
    expect(probe.request.body).toMatchObject({ text: '{"grantType":"client_credentials"}' });
    expect(probe.signed?.stringToSign).toBe('{"grantType":"client_credentials"}');
    expect(probe.mutation?.field).toBe('header X-SIGNATURE');
  });

  test("the transactions' string-to-sign", async () => {
    const probe = await decisive(
      'takes-transaction-signatures',
      'token-b2b/signature/refuses-transaction-string-to-sign',
    );
    const sent = probe.request.headers.find(([name]) => name === 'X-TIMESTAMP')?.[1];
    expect(probe.signed?.stringToSign).toBe(`POST:/v1.0/access-token/b2b:${hash}:${sent}`);
  });
});
