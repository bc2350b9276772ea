import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Result } from '../../schemas/generated/result.js';
import { type TargetPlan } from '../../src/engine/plan/plan.js';
import { run } from '../../src/engine/run/run.js';
import { usualTransaction } from '../../src/sandbox/transaction/usual-transaction.js';
import { profileFor } from '../support/profiles.js';
import { planOf, targetAt, testCredentials } from '../support/sandbox-target.js';
import { allKinds } from './server-kinds.js';
import { type StartedKind, startKind } from './start-kind.js';

let result: Result;
let started: StartedKind[] = [];

beforeAll(async () => {
  const clients = await testCredentials();
  const targets: TargetPlan[] = [];
  for (const kind of allKinds) {
    const profile = profileFor('snap-bi', kind.name, {});
    const transaction = usualTransaction(profile, clients[0].clientId);
    const server = await startKind(kind, { profile, clients, transaction });
    started.push(server);
    const target = await targetAt(server.baseUrl, kind.name);
    target.transaction = transaction;
    if (server.ca) target.tls = { ca: server.ca };
    if (kind.hangs) target.limits.timeoutMs = 300;
    if (kind.concurrency) target.limits.concurrency = kind.concurrency;
    targets.push(target);
  }
  const begun = performance.now();
  result = await run(planOf(targets, { depth: 'quick' }));
  console.log('took', performance.now() - begun);
  writeFileSync('/tmp/rel.json', JSON.stringify(result));
}, 280_000);
afterAll(() => Promise.all(started.map((server) => server.close())));

test.for(allKinds)('$name', ({ name, right, says }) => {
  const target = result.targets.find((each) => each.name === name);
  const told = JSON.stringify(target);
  expect([target?.verdict, target?.control.message]).toEqual([right, expect.anything()]);
  if (says) expect(told).toMatch(says);
});
