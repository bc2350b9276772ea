import { expect, test } from 'vitest';
import { effortAt } from '../../../src/engine/plan/effort.js';
import type { CheckReport } from '../../../src/engine/run/check-report.js';
import { run } from '../../../src/engine/run/run.js';
import { planOf, targetAt } from '../../support/sandbox-target.js';
import { type Asked, serveTokens } from '../../support/token-server.js';

const ids = ['timestamp', 'signature', 'client-key'].map(
  (name) => `token-b2b/headers/rejects-missing-${name}`,
);
const missesNothing = ({ timestamp, signature, clientId }: Asked) =>
  [timestamp, signature, clientId].every((value) => value !== '');

/** What three checks that share a control find of a server, and how many valid requests it got. */
async function find(grants: (asked: Asked, valid: number) => boolean, concurrency = 8) {
  let valid = 0;
  const { url } = await serveTokens((asked) => {
    if (missesNothing(asked)) valid += 1;
    return grants(asked, valid);
  });
  const target = await targetAt(url, 'bank');
  const reports: CheckReport[] = [];
  const plan = planOf(
    [
      {
        ...target,
        effort: { ...effortAt.quick, confirmEvery: ids.length },
        limits: { ...target.limits, concurrency },
      },
    ],
    { only: ids },
  );
  const result = await run(plan, { onCheck: (report) => void reports.push(report) });
  const [found] = result.targets;
  if (!found) throw new Error('one target is tested');
  const checks = ids.map((id) => {
    const check = found.checks.find((each) => each.id === id);
    if (!check) throw new Error(`${id} was run`);
    return check;
  });
  const controls = result.exchanges.filter(({ purpose }) => purpose === 'control');
  return { checks, controls: controls.map(({ id }) => id), reports, valid, found };
}

test.for([1, 8])(
  'several checks share one control, which comes after the last of them: %i requests at once',
  async (concurrency) => {
    const { checks, controls, valid } = await find(missesNothing, concurrency);
    expect(checks.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed']);
    // The one at the start, and the one that they share.
    expect(valid).toBe(2);
    expect(controls).toHaveLength(2);
    const [first = '', shared = ''] = controls;
    for (const { exchanges } of checks) {
      expect(exchanges).toEqual([first, expect.any(String), shared]);
      expect(new Set(exchanges).size).toBe(3);
    }
  },
);

test('what passed is taken back when that control is refused', async () => {
  const { checks, controls, reports, found } = await find(
    (asked, valid) => missesNothing(asked) && valid === 1,
  );
  // Nobody is told of a pass that is taken back later.
  expect(reports.map(({ check }) => check)).toEqual(
    expect.arrayContaining(
      checks.map(({ id }) => expect.objectContaining({ id, outcome: 'cantTell' })),
    ),
  );
  for (const { outcome, message, exchanges } of checks) {
    expect(outcome).toBe('cantTell');
    expect(message).toMatch(
      /^refused: HTTP 401 .*; but the control was refused soon afterwards, so this shows nothing$/,
    );
    expect(exchanges.at(-1)).toBe(controls.at(-1));
  }
  expect(found.summary).toMatchObject({ passed: 0, cantTell: 3 });
  expect(found.verdict).toBe('inconclusive');
});

test('what failed stays failed, and waits for no control', async () => {
  const { checks, found } = await find(
    (asked, valid) => asked.timestamp === '' || (missesNothing(asked) && valid === 1),
  );
  expect(checks.map(({ outcome }) => outcome)).toEqual(['failed', 'cantTell', 'cantTell']);
  expect(checks[0]?.message).not.toContain('afterwards');
  expect(checks[0]?.exchanges).toHaveLength(2);
  expect(found.verdict).toBe('non-conformant');
});

test('no control is sent when all of them failed', async () => {
  const { checks, valid } = await find(() => true);
  expect(checks.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'failed']);
  expect(valid).toBe(1);
});
