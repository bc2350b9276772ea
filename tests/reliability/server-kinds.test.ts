import { beforeAll, describe, expect, test } from 'vitest';
import type { TargetResult } from '../../schemas/generated/result.js';
import { run } from '../../src/engine/run/run.js';
import { usualTransaction } from '../../src/sandbox/transaction/usual-transaction.js';
import { profileFor } from '../support/profiles.js';
import { planOf, targetAt, testCredentials } from '../support/sandbox-target.js';
import { librariesWords } from './libraries-words.js';
import type { ServerKind } from './server-kind.js';
import { allKinds, serverKinds } from './server-kinds.js';
import { startKind } from './start-kind.js';

/** Enough to tell all kinds apart; the measured runs do everything. */
const only = [
  'token-b2b/response/*',
  'token-b2b/http/*',
  'token-b2b/expiry/*',
  'token-b2b/errors/*',
  'transaction/response/*',
  'transaction/body/*',
];

async function judged(kind: ServerKind): Promise<TargetResult> {
  const clients = await testCredentials();
  const profile = profileFor('snap-bi', kind.name, {});
  const transaction = usualTransaction(profile, clients[0].clientId);
  const server = await startKind(kind, { profile, clients, transaction });
  const target = await targetAt(server.baseUrl, kind.name);
  target.transaction = transaction;
  if (server.ca !== undefined) target.tls = { ca: server.ca };
  if (kind.hangs) target.limits.timeoutMs = 600;
  if (kind.concurrency !== undefined) target.limits.concurrency = kind.concurrency;
  const result = await run(planOf([target], { depth: 'quick', only }));
  await server.close();
  const [found] = result.targets;
  if (!found) throw new Error('a target has a result');
  return found;
}

const found = new Map<string, TargetResult>();

// A few at a time: a machine that is busy with all of them at once would answer too late.
beforeAll(async () => {
  const waiting = [...allKinds];
  const worker = async () => {
    for (let kind = waiting.shift(); kind; kind = waiting.shift())
      found.set(kind.name, await judged(kind));
  };
  await Promise.all(Array.from({ length: 40 }, worker));
}, 280_000);

describe.for(Object.entries(serverKinds))('%s', ([, kinds]) => {
  test.for(kinds.map((kind) => [kind.name, kind.right, kind] as const))(
    '%s is %s',
    ([name, right, { says }]) => {
      const target = found.get(name);
      const told = JSON.stringify(target);
      expect(target?.verdict, target?.control.message).toBe(right);
      if (says) expect(told).toMatch(says);
      expect(told).not.toMatch(librariesWords);
    },
  );
});

test('there are a hundred kinds at least, each with a name of its own', () => {
  const names = allKinds.map(({ name }) => name);
  expect(names.length).toBeGreaterThanOrEqual(100);
  expect(new Set(names).size).toBe(names.length);
});
