import { expect, test } from 'vitest';
import type { Depth } from '../../../schemas/generated/result.js';
import { run } from '../../../src/engine/run/run.js';
import { planOf, startSandboxTarget } from '../../support/sandbox-target.js';

/** What one check finds of a sandbox that varies. */
async function found(variation: string, id: string, depth: Depth) {
  const { sandbox, target } = await startSandboxTarget(variation, {
    variations: [variation],
    transaction: true,
  });
  const { targets } = await run(planOf([target], { only: [id], depth }));
  await sandbox.close();
  const check = targets[0]?.checks[0];
  return { outcome: check?.outcome, message: check?.message ?? '' };
}

test('a family that is refused for its content alone is untested', async () => {
  const id = 'transaction/signature/accepts-spaces-in-strings';
  const { outcome, message } = await found('spaceless-texts', id, 'standard');
  expect(outcome).toBe('untested');
  expect(message).toMatch(
    /^all 20 variations were refused for another reason than the signature \(HTTP 400/,
  );
});

test('of a narrow window, instants within it pass, and what is put aside is counted', async () => {
  const id = 'token-b2b/signature/accepts-valid';
  const { outcome, message } = await found('twenty-second-window', id, 'standard');
  expect(outcome).toBe('passed');
  expect(message).toMatch(
    /^\d+ variations were accepted, \d+ refused for being too old \(HTTP 400 [^)]*\)$/,
  );
});

test('a pass of one variation never rests on a refusal', async () => {
  const id = 'token-b2b/signature/accepts-valid';
  const { outcome, message } = await found('twenty-second-window', id, 'quick');
  // It depends on the keys how old the first instant is.
  expect([outcome, message]).toEqual(
    outcome === 'passed'
      ? ['passed', expect.stringMatching(/^accepted: HTTP 200/)]
      : ['untested', expect.stringMatching(/^the one variation was refused for being too old/)],
  );
});
