import { expect, test } from 'vitest';
import { run } from '../../src/engine/run/run.js';
import { type BrokenKind, createBroken } from '../support/broken-endpoints.js';
import { lapses } from '../support/lapses.js';
import { planOf, startSandboxTarget, targetAt } from '../support/sandbox-target.js';
import { idsOf } from './prove.js';

const expected: Record<BrokenKind, string> = {
  'refuses-everything': 'inconclusive',
  'accepts-everything': 'non-conformant',
  unavailable: 'inconclusive',
  silent: 'inconclusive',
  garbage: 'non-conformant',
  html: 'inconclusive',
  resets: 'inconclusive',
  huge: 'inconclusive',
};

test.for(Object.entries(expected) as [BrokenKind, string][])(
  'an endpoint that is broken (%s) is never conformant: %s',
  async ([kind, verdict]) => {
    const broken = await createBroken(kind);
    const target = await targetAt(broken.url, kind);
    // Silence is waited for; loopback answers within this or never.
    target.limits.timeoutMs = 300;
    const result = await run(planOf([target]));
    await broken.close();
    const [found] = result.targets;
    expect(found?.verdict, JSON.stringify(found?.control)).toBe(verdict);
    if (found?.control.outcome === 'accepted') return;
    // Without an accepted control no negative probe means anything.
    expect(found?.summary.passed).toBe(0);
    expect(found?.control.causes?.length ?? 0, found?.control.message).toBeGreaterThan(0);
  },
);

test.for([...lapses])(
  'a server that conforms except for a lapse is inconclusive: $title',
  { timeout: 60_000 },
  async ({ name, apply }) => {
    const { sandbox, target } = await startSandboxTarget(name, { changeTokenB2b: apply });
    const result = await run(planOf([target]));
    await sandbox.close();
    const [found] = result.targets;
    expect(found?.control.outcome).toBe('accepted');
    expect(found && idsOf(found, 'failed')).toEqual([]);
    const open = found?.checks.filter(
      ({ outcome, notReached }) => outcome === 'cantTell' || notReached,
    );
    expect(open).not.toEqual([]);
    expect(found?.verdict).toBe('inconclusive');
  },
);
