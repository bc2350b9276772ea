import { expect, test } from 'vitest';
import type { TargetPlan } from '../../../src/engine/plan/plan.js';
import { run } from '../../../src/engine/run/run.js';
import { planOf, startSandboxTarget } from '../../support/sandbox-target.js';
import { serve } from '../../support/server.js';

const overlap = 'transaction/token/refuses-empty-token';
const reuse = 'transaction/headers/rejects-reused-external-id';

/** The outcomes of these checks, and what the run noted of the target. */
async function noted(target: TargetPlan, depth: 'quick' | 'standard') {
  const { targets } = await run(planOf([target], { depth, only: [overlap, reuse] }));
  const [found] = targets;
  return {
    outcomes: found?.checks.map(({ id, outcome }) => `${id}: ${outcome}`),
    dialect: Object.entries(found?.dialect ?? {}).filter(([name]) =>
      /two tokens|second time|another client/.test(name),
    ),
  };
}

const passed = [`${overlap}: passed`, `${reuse}: passed`];

test('a server that keeps both tokens, and refuses an X-EXTERNAL-ID of the day', async () => {
  const { sandbox, target } = await startSandboxTarget('both', { transaction: true });
  const { outcomes, dialect } = await noted(target, 'standard');
  expect(outcomes?.toSorted()).toEqual(passed.toSorted());
  expect(dialect).toEqual([
    [expect.stringContaining('X-EXTERNAL-ID a second time on one day of Asia/Jakarta'), 'refused'],
    [expect.stringContaining('X-EXTERNAL-ID that another client has used'), 'taken'],
    [expect.stringContaining('the earlier of two tokens'), 'taken'],
  ]);
  const quick = await noted(target, 'quick');
  expect(quick.dialect.map(([name]) => name)).toEqual([
    expect.stringContaining('X-EXTERNAL-ID a second time'),
  ]);
  await sandbox.close();
});

test('a server that knows one token of a client goes on with the later one', async () => {
  const { sandbox, target } = await startSandboxTarget('one', { transaction: true });
  await sandbox.close();
  let given = 0;
  const latest = new Map<unknown, string>();
  const used = new Set<string>();
  const { url } = await serve((incoming, response) => {
    incoming.resume();
    response.setHeader('Content-Type', 'application/json');
    const answer = (status: number, members: object) => {
      response.statusCode = status;
      response.end(JSON.stringify(members));
    };
    if (incoming.url?.includes('access-token')) {
      given += 1;
      const accessToken = `token-number-${given}`;
      latest.set(incoming.headers['x-client-key'], `Bearer ${accessToken}`);
      answer(200, { responseCode: '2007300', accessToken, tokenType: 'Bearer', expiresIn: '900' });
      return;
    }
    const id = String(incoming.headers['x-external-id']);
    if (![...latest.values()].includes(incoming.headers.authorization ?? ''))
      answer(401, { responseCode: '4011101', responseMessage: 'Invalid Token (B2B)' });
    else if (used.has(id)) answer(409, { responseCode: '4091100', responseMessage: 'Conflict' });
    else {
      used.add(id);
      answer(200, { responseCode: '2001100', responseMessage: 'Successful' });
    }
  });
  const { outcomes, dialect } = await noted({ ...target, baseUrl: url }, 'standard');
  expect(outcomes?.toSorted()).toEqual(passed.toSorted());
  // It keeps one list of ids for all clients, too.
  expect(dialect.map(([, value]) => value)).toEqual(['refused', 'refused', 'refused']);
});
