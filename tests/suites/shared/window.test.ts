import { expect, test } from 'vitest';
import { run } from '../../../src/engine/run/run.js';
import { parseTimestamp } from '../../../src/protocol/timestamp.js';
import { letPass } from '../../../src/sandbox/policies/change-policy.js';
import { planOf, startSandboxTarget } from '../../support/sandbox-target.js';

/** The measured windows of a server that also takes timestamps that lie so far off, in seconds. */
async function windowsOf(alsoTakes: (secondsAhead: number) => boolean) {
  const { sandbox, target } = await startSandboxTarget('window', {
    overrides: { 'token-b2b': { timestamp: { window: { pastSeconds: 300, futureSeconds: 300 } } } },
    changeTokenB2b: (policy) =>
      letPass(policy, ['timestampWindow'], ({ header, now }) => {
        const parsed = parseTimestamp(header('X-TIMESTAMP') ?? '');
        return parsed.ok && alsoTakes((parsed.instant - now) / 1000);
      }),
  });
  const only = ['token-b2b/timestamp/rejects-stale', 'token-b2b/timestamp/rejects-future'];
  const result = await run(planOf([{ ...target, only }]));
  await sandbox.close();
  const [found] = result.targets;
  expect(found?.checks.map(({ outcome }) => outcome)).toEqual(['passed', 'passed']);
  return ['past', 'future'].map((side) => found?.dialect[`timestamp window, ${side}`]);
}

test('a window is measured to either side', async () => {
  expect(await windowsOf(() => false)).toEqual([
    expect.stringMatching(/^(?:299|30[01]) s$/),
    expect.stringMatching(/^30[0-2] s$/),
  ]);
});

test('what is taken farther off, beyond what is refused, is told', async () => {
  // A server that forgets the offset of Jakarta for timestamps that don't look fresh with it.
  const forgetful = (seconds: number) => Math.abs(seconds + 7 * 3600) < 300;
  expect(await windowsOf(forgetful)).toEqual([
    expect.stringMatching(/^(?:299|30[01]) s, again at 25231 s$/),
    expect.stringMatching(/^30[0-2] s$/),
  ]);
});
