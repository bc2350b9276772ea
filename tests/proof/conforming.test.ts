import { describe, expect, test } from 'vitest';
import type { Services } from '../../schemas/generated/profile.js';
import type { TargetResult } from '../../schemas/generated/result.js';
import type { RunPlan } from '../../src/engine/plan/plan.js';
import { loadProfile, shippedProfiles } from '../../src/engine/profile/profile.js';
import { run } from '../../src/engine/run/run.js';
import { variations } from '../../src/sandbox/variations/index.js';
import { planOf, startSandboxTarget } from '../support/sandbox-target.js';
import { idsOf, whole } from './prove.js';

const profiles = shippedProfiles();
/** Targets in one run. */
const atOnce = 20;
/** The sandbox doesn't know the first any more; the second is good, for other services. */
const call = {
  expiredToken: 'a-token-that-was-good-some-days-ago',
  outOfScopeToken: 'a-token-that-is-good-for-other-services',
};

/**
 * What can't be tested with a server of a profile: a run that doesn't wait can't see a token expire, and an
 * opaque token doesn't say whose it is.
 */
function untestedOf(name: string): string[] {
  const { success, offered } = loadProfile(name, '.').services['token-b2b'];
  if (!offered) return [];
  return [
    'token-b2b/expiry/honoured',
    ...(success.tokenKind === 'opaque' ? ['token-b2b/security/no-mixing'] : []),
  ];
}

/** Runs against sandboxes that conform, each in its way: what each run found of each. */
async function runAll(
  cases: {
    name: string;
    profile: string;
    variations?: string[];
    overrides?: Services | undefined;
    tls?: boolean;
    transaction?: undefined;
  }[],
  runs: Partial<RunPlan>[] = [{}],
) {
  const started = await Promise.all(
    cases.map(({ name, ...options }) =>
      startSandboxTarget(name, { transaction: call, customer: true, ...options }),
    ),
  );
  const targets: TargetResult[] = [];
  for (const changes of runs) {
    const result = await run(
      planOf(
        started.map(({ target }) => target),
        changes,
      ),
    );
    targets.push(...result.targets);
  }
  await Promise.all(started.map(({ sandbox }) => sandbox.close()));
  return targets;
}

describe('a conforming server is never accused', () => {
  test('every shipped profile without a fault', async () => {
    const targets = await runAll(profiles.map((profile) => ({ name: profile, profile })));
    expect(targets.map(({ name }) => name)).toEqual(profiles);
    for (const target of targets) {
      expect(idsOf(target, 'failed'), target.name).toEqual([]);
      expect(idsOf(target, 'cantTell'), target.name).toEqual([]);
      expect(idsOf(target, 'untested'), target.name).toEqual(untestedOf(target.name));
      expect(target.verdict, target.name).toBe('conformant');
      const offersTokens = loadProfile(target.name, '.').services['token-b2b'].offered;
      expect(target.summary.passed, target.name).toBeGreaterThan(offersTokens ? 90 : 0);
    }
  }, 600_000);

  test.for(['asymmetric', 'asymmetric-with-token'] as const)(
    'transactions with the scheme %s',
    async (scheme) => {
      const { sandbox, target } = await startSandboxTarget(scheme, {
        transaction: call,
        overrides: { transaction: { scheme } },
      });
      const result = await run(planOf([target], { only: ['transaction/*'] }));
      await sandbox.close();
      const [found] = result.targets;
      if (!found) throw new Error('one target is tested');
      expect([...idsOf(found, 'failed'), ...idsOf(found, 'cantTell')]).toEqual([]);
      const untested = idsOf(found, 'untested').filter((id) => !id.includes('/customer/'));
      expect(untested).toEqual([]);
      expect(found.verdict).toBe('conformant');
      expect(idsOf(found, 'inapplicable').includes('transaction/token/refuses-missing-token')).toBe(
        scheme === 'asymmetric',
      );
    },
  );

  test('a server whose tokens are seen to expire', async () => {
    const { sandbox, target } = await startSandboxTarget('slow', {
      transaction: true,
      overrides: { 'token-b2b': { success: { expiresIn: { seconds: 3 } } } },
    });
    const only = ['token-b2b/expiry/honoured', 'transaction/token/refuses-expired-token'];
    const result = await run(planOf([target], { only, slow: true }));
    await sandbox.close();
    const [found] = result.targets;
    expect(found?.checks.map(({ outcome }) => outcome)).toEqual(['passed', 'passed']);
    expect(found?.checks.map(({ message }) => message).join()).toContain('3 s');
    expect(found?.verdict).toBe('conformant');
  });

  test('a server over TLS', async () => {
    const [target] = await runAll([{ name: 'over TLS', profile: 'snap-bi', tls: true }]);
    if (!target) throw new Error('one target is tested');
    expect(idsOf(target, 'failed')).toEqual([]);
    expect(idsOf(target, 'cantTell')).toEqual([]);
    expect(target.verdict).toBe('conformant');
    for (const name of ['refuses-plain-http', 'refuses-old-tls', 'offers-tls-1-3'])
      expect(idsOf(target, 'passed')).toContain(`token-b2b/http/${name}`);
  });

  // Most vary only the token service; what they change elsewhere shows with few requests. Unless the
  // document is written, every service gets few.
  test('every benign variation', async () => {
    const cases = variations.map(({ name, overrides }) => ({
      name,
      profile: 'snap-bi',
      variations: [name],
      overrides,
      // Whether a token is still good when a transaction carries it would be the machine's affair.
      ...(name === 'a-second-long' && { transaction: undefined }),
    }));
    const own = ['token-b2b/*/*'];
    const targets: TargetResult[] = [];
    for (let from = 0; from < cases.length; from += atOnce)
      targets.push(
        ...(await runAll(cases.slice(from, from + atOnce), [
          ...(whole
            ? [{ only: own }, { skip: own, depth: 'quick' as const }]
            : [{ depth: 'quick' as const }]),
        ])),
      );
    const accused = targets.flatMap((target) =>
      target.checks
        .filter(({ outcome }) => outcome === 'failed' || outcome === 'cantTell')
        .map(({ id, outcome, message }) => `${target.name}: ${outcome} ${id}: ${message}`),
    );
    expect(accused).toEqual([]);
    expect(targets).toHaveLength(variations.length * (whole ? 2 : 1));
    for (const target of targets) expect(target.verdict, target.name).toBe('conformant');
  }, 300_000);
});
