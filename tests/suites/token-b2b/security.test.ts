import { expect, onTestFinished, test } from 'vitest';
import type { CheckResult, TargetResult } from '../../../schemas/generated/result.js';
import { run } from '../../../src/engine/run/run.js';
import { planOf, startSandboxTarget } from '../../support/sandbox-target.js';

/** One check of the area alone, against a sandbox; with a single client where `alone` says so. */
async function check(
  name: string,
  { alone = false, ...options }: Parameters<typeof startSandboxTarget>[1] & { alone?: boolean },
): Promise<{ found: CheckResult; target: TargetResult }> {
  const { sandbox, target } = await startSandboxTarget('target', options);
  onTestFinished(() => sandbox.close());
  if (alone) delete target.otherClient;
  const result = await run(planOf([target], { only: [`token-b2b/security/${name}`] }));
  const [tested] = result.targets;
  const [found] = tested?.checks ?? [];
  if (!tested || !found) throw new Error('one check runs');
  return { found, target: tested };
}

test('a server that gives a token again while it lives offers no sample of tokens', async () => {
  const { found } = await check('tokens-unpredictable', { faults: ['one-token-for-all'] });
  expect(found.outcome).toBe('untested');
  expect(found.message).toMatch(/^20 grants held [1-7] different tokens?/);
});

test('of tokens that are made anew and come out the same nobody says that they were kept', async () => {
  const { found } = await check('tokens-unpredictable', {
    variations: ['same-token-within-a-second'],
    // All within one second, however long the sample takes.
    changeTokenB2b: (policy) => {
      let first: number | undefined;
      return {
        ...policy,
        issue: (grant) => {
          first ??= grant.now;
          return policy.issue({ ...grant, now: first });
        },
      };
    },
  });
  expect([found.outcome, found.message]).toEqual([
    'untested',
    '20 grants held 1 different token, which is no sample: a JWT that is made anew may be the same text within a second',
  ]);
});

test('the finding on predictable tokens says what they look like, and shows none', async () => {
  const { found } = await check('tokens-unpredictable', { faults: ['tokens-from-a-sequence'] });
  expect(found.outcome).toBe('failed');
  expect(found.message).toMatch(
    /^20 tokens in a row: \d of 32 characters change, .* a counter that only grows, which leaves fewer than \d bits to guess$/,
  );
});

test('whose an opaque token is can not be told', async () => {
  const { found } = await check('no-mixing', { variations: ['opaque-token'] });
  expect([found.outcome, found.message]).toEqual([
    'untested',
    'the tokens name no client: whose they are shows only when one is used',
  ]);
});

test('an opaque token that both clients get is a mix-up all the same', async () => {
  const { found } = await check('no-mixing', {
    faults: ['one-token-for-all'],
    overrides: { 'token-b2b': { success: { tokenKind: 'opaque' } } },
  });
  expect([found.outcome, found.message]).toEqual([
    'failed',
    'both clients were given the same token',
  ]);
});

test('without a second client nothing can be mixed up', async () => {
  const { found } = await check('no-mixing', { alone: true });
  expect(found.outcome).toBe('untested');
  expect(found.message).toContain('otherClient');
});

test('run alone, the burst meets the limit by itself, and the dialect tells of it', async () => {
  const { found, target } = await check('rate-limit-answer', { variations: ['throttled'] });
  expect([found.outcome, found.message]).toEqual(['passed', 'kept by the one answer 429 seen']);
  expect(target.dialect['answers 429 in a burst']).toBe('1 in 32 requests; Retry-After 0');
  expect(target.dialect['latency of a burst']).toMatch(
    /^32 answers, 8 at once: median \d+ ms, 90 % \d+ ms, slowest \d+ ms$/,
  );
});

test('where no limit is met, nothing is said of it', async () => {
  const { found, target } = await check('rate-limit-answer', {});
  expect(found.outcome).toBe('inapplicable');
  expect(target.dialect['answers 429 in a burst']).toBe('none of 32');
});
