import { describe, expect, test } from 'vitest';
import { loadProfile, shippedProfiles } from '../../src/engine/profile.js';
import { run } from '../../src/engine/run.js';
import { variations } from '../../src/sandbox/variations.js';
import { planOf, startSandboxTarget } from '../support/sandbox-target.js';
import { idsOf } from './prove.js';

const profiles = shippedProfiles();
/** What can't be tested of a server of a profile: an opaque token doesn't say whose it is. */
const untestedOf = (profile: string): string[] =>
  loadProfile(profile, '.').services['token-b2b'].success.tokenKind === 'opaque'
    ? ['token-b2b/security/no-mixing']
    : [];

/** One run against sandboxes that conform, each in its way. */
async function runAll(
  cases: { name: string; profile: string; variations?: string[]; tls?: boolean }[],
) {
  const started = await Promise.all(
    cases.map(({ name, ...options }) =>
      startSandboxTarget(name, { transaction: true, ...options }),
    ),
  );
  const { result } = await run(planOf(started.map(({ target }) => target)));
  await Promise.all(started.map(({ sandbox }) => sandbox.close()));
  return result.targets;
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
  }, 300_000);

  test('a server over TLS', async () => {
    const [target] = await runAll([{ name: 'over TLS', profile: 'snap-bi', tls: true }]);
    if (!target) throw new Error('one target is tested');
    expect(idsOf(target, 'failed')).toEqual([]);
    expect(idsOf(target, 'cantTell')).toEqual([]);
    expect(target.verdict).toBe('conformant');
    for (const name of ['refuses-plain-http', 'refuses-old-tls', 'offers-tls-1-3'])
      expect(idsOf(target, 'passed')).toContain(`token-b2b/http/${name}`);
  });

  test('every benign variation', async () => {
    const targets = await runAll(
      variations.map(({ name }) => ({ name, profile: 'snap-bi', variations: [name] })),
    );
    const accused = targets.flatMap((target) =>
      target.checks
        .filter(({ outcome }) => outcome === 'failed' || outcome === 'cantTell')
        .map(({ id, outcome, message }) => `${target.name}: ${outcome} ${id}: ${message}`),
    );
    expect(accused).toEqual([]);
    expect(targets).toHaveLength(variations.length);
    for (const target of targets) expect(target.verdict, target.name).toBe('conformant');
  }, 300_000);
});
