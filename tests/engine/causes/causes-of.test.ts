import { expect, test } from 'vitest';
import type { TargetResult } from '../../../schemas/generated/result.js';
import { run } from '../../../src/engine/run/run.js';
import { changeRefusal, letPass } from '../../../src/sandbox/policies/change-policy.js';
import type { TokenB2bPolicy } from '../../../src/sandbox/token-b2b/policy.js';
import { createBroken } from '../../support/broken-endpoints.js';
import { planOf, startSandboxTarget, targetAt } from '../../support/sandbox-target.js';

const only = ['token-b2b/*'];

/** Tests a sandbox that follows a changed policy. */
async function found(
  changeTokenB2b: (policy: TokenB2bPolicy) => TokenB2bPolicy,
): Promise<TargetResult> {
  const { sandbox, target } = await startSandboxTarget('changed', { changeTokenB2b });
  const result = await run(planOf([target], { depth: 'quick', only }));
  await sandbox.close();
  return result.targets[0] as TargetResult;
}

function failedOf({ checks }: TargetResult): string[] {
  return checks.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
}

test('a target that conforms has no causes', async () => {
  expect(await found((policy) => policy)).not.toHaveProperty('causes');
});

test('signatures that nobody checks are one cause of all forged ones that are granted', async () => {
  const target = await found((policy) => letPass(policy, ['signature'], () => true));
  const [cause, ...others] = target.causes ?? [];
  expect(cause?.id).toBe('signatures-not-checked');
  expect(cause?.message).toBe(
    "signatures aren't checked: no forged signature to token-b2b was refused",
  );
  expect(cause?.checks.length).toBeGreaterThan(10);
  expect(failedOf(target)).toEqual(expect.arrayContaining(cause?.checks ?? []));
  expect(others.flatMap(({ checks }) => checks)).not.toEqual(
    expect.arrayContaining([cause?.checks[0]]),
  );
});

test('one kind of forged signature that is refused leaves it unsaid', async () => {
  const target = await found((policy) =>
    letPass(policy, ['signature'], ({ header }) => (header('X-SIGNATURE') ?? '').length > 100),
  );
  const forged = target.checks.filter(({ id }) => id.startsWith('token-b2b/signature/refuses'));
  const outcomes = new Set(forged.map(({ outcome }) => outcome));
  expect([outcomes.has('passed'), outcomes.has('failed')]).toEqual([true, true]);
  expect(target.causes?.map(({ id }) => id) ?? []).not.toContain('signatures-not-checked');
});

test('an endpoint that grants whatever it is asked has one cause', async () => {
  const broken = await createBroken('accepts-everything');
  const plan = planOf([await targetAt(broken.url, 'open')], { depth: 'quick', only });
  const [target] = (await run(plan)).targets;
  await broken.close();
  expect(target?.causes?.[0]?.id).toBe('nothing-refused');
  expect(target?.causes?.[0]?.checks.length).toBeGreaterThan(50);
});

test("a framework's page is one cause of all rules that it breaks", async () => {
  const page = '<html><body>Unexpected token</body></html>';
  const target = await found((policy) =>
    changeRefusal(
      policy,
      (answer) => ({
        ...answer,
        serialise: () => page,
        headers: { ...answer.headers, 'Content-Type': 'text/html' },
      }),
      ['malformed-body'],
    ),
  );
  const pages = target.causes?.filter(({ id }) => id === 'foreign-page');
  expect(pages).toHaveLength(1);
  expect(pages?.[0]?.message).toMatch(/^HTTP 400 with text\/html is the answer of a framework/);
  expect(pages?.[0]?.checks.every((id) => id.startsWith('token-b2b/errors/'))).toBe(true);
});
