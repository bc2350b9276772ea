import { expect, test } from 'vitest';
import { run } from '../../src/engine/run.js';
import { type BrokenKind, createBroken } from '../../src/sandbox/broken.js';
import { planOf, targetAt } from '../support/sandbox-target.js';

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
    const { result } = await run(planOf([target]));
    await broken.close();
    const [found] = result.targets;
    expect(found?.verdict, JSON.stringify(found?.control)).toBe(verdict);
    if (found?.control.outcome === 'accepted') return;
    // Without an accepted control no negative probe means anything.
    expect(found?.summary.passed).toBe(0);
    expect(found?.control.causes?.length ?? 0, found?.control.message).toBeGreaterThan(0);
  },
);
