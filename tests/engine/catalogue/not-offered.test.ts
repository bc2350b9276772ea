import { expect, test } from 'vitest';
import type { TargetResult } from '../../../schemas/generated/result.js';
import { shippedCatalogue } from '../../../src/engine/catalogue/catalogue.js';
import { levelUnder } from '../../../src/engine/catalogue/level.js';
import { run } from '../../../src/engine/run/run.js';
import { english } from '../../support/english.js';
import { planOf, startSandboxTarget } from '../../support/sandbox-target.js';
import { folderWith, loadMine } from '../profile/profile-folder.js';
import { sessionAt } from '../session/session-at.js';

/** A provider of transactions that carry no token, as some are. */
const mine = {
  name: 'mine',
  title: 'My bank',
  extends: 'snap-bi',
  documents: { MINE: { title: 'Manual of my bank', confidence: 'primary' } },
  services: {
    'token-b2b': { offered: false },
    transaction: { scheme: 'asymmetric' },
  },
  sources: {
    '/services/token-b2b/offered': { document: 'MINE', clause: 'page 3' },
    '/services/transaction/scheme': { document: 'MINE', clause: 'page 4' },
  },
};
const reason = "My bank's document offers no token endpoint B2B";

/** What a quick run finds in a sandbox of a profile. */
async function find(
  profile: object,
  options: Parameters<typeof startSandboxTarget>[1] = {},
): Promise<TargetResult & { asked: number }> {
  const folder = folderWith({ 'mine.yaml': profile });
  const started = await startSandboxTarget('bank', { profile: `${folder}/mine.yaml`, ...options });
  const result = await run(planOf([started.target], { depth: 'quick' }));
  await started.sandbox.close();
  const [found] = result.targets;
  if (!found) throw new Error('one target is tested');
  return { ...found, asked: started.sandbox.requests };
}

test('a service that is not offered is inapplicable; transactions go without its token', async () => {
  const found = await find(mine, { transaction: true });
  const tokens = found.checks.filter(({ id }) => id.startsWith('token-b2b/'));
  expect(new Set(tokens.map(({ outcome }) => outcome))).toEqual(new Set(['inapplicable']));
  expect(new Set(tokens.map(({ message }) => message))).toEqual(new Set([reason]));
  expect(tokens[0]?.sources[0]).toBe('Manual of my bank, page 3');
  const others = found.checks.filter(({ id }) => id.startsWith('transaction/'));
  expect(others.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  expect(others.some(({ outcome }) => outcome === 'passed')).toBe(true);
  expect(found.control).toMatchObject({ outcome: 'accepted' });
  expect(found.control.message).toContain('2001100');
  expect(found.verdict).toBe('conformant');
});

test('transactions that carry a token are not tested if nobody issues one', async () => {
  const services = { ...mine.services, transaction: { scheme: 'symmetric' } };
  const found = await find({ ...mine, services }, { transaction: true });
  const [first] = found.checks.filter(({ id }) => id.startsWith('transaction/'));
  expect(first).toMatchObject({
    outcome: 'untested',
    message: 'transactions carry an access token, and My bank offers no endpoint that gives one',
  });
  expect(found.verdict).toBe('inconclusive');
  expect(found.asked).toBe(0);
});

test('with nothing left to test there is no verdict, and nothing is sent', async () => {
  const found = await find(mine);
  expect(found.summary.passed).toBe(0);
  expect(found.verdict).toBe('inconclusive');
  expect(found.asked).toBe(0);
});

test('transactions can be the service that is not offered', async () => {
  const without = {
    name: 'mine',
    title: 'My bank',
    extends: 'snap-bi',
    services: { transaction: { offered: false } },
  };
  const found = await find(without, { transaction: true });
  const [first] = found.checks.filter(({ id }) => id.startsWith('transaction/'));
  expect(first).toMatchObject({
    outcome: 'inapplicable',
    message: "My bank's document offers no service with a transaction signature",
  });
  expect(found.verdict).toBe('conformant');
});

test('the sandbox of such a provider issues no token', async () => {
  const folder = folderWith({ 'mine.yaml': mine });
  const { sandbox } = await startSandboxTarget('bank', { profile: `${folder}/mine.yaml` });
  const { message } = english(await (await sessionAt(sandbox.url)).control());
  await sandbox.close();
  expect(message).toContain('HTTP 404');
});

test('the level of its requirements says so', () => {
  const requirement = shippedCatalogue().get('token-b2b/timestamp/rejects-epoch');
  if (!requirement) throw new Error('it is there');
  expect(english(levelUnder(requirement, loadMine(mine)))).toMatchObject({ inapplicable: reason });
});
