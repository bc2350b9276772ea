import { describe, expect, test } from 'vitest';
import { faults } from '../../src/sandbox/faults/index.js';
import { grantProbes } from './probes.js';
import { isGrant, withSandbox } from './token-client.js';

/** Ids of the probes that come out otherwise than with a conforming server. */
async function deviations(names: readonly string[]): Promise<string[]> {
  return withSandbox({ faults: names }, async ({ send }) => {
    const answers = await Promise.all(grantProbes.map(({ request }) => send(request)));
    const wrong = grantProbes.filter(({ granted }, index) => {
      const answer = answers[index];
      return answer === undefined || isGrant(answer) !== granted;
    });
    return [...new Set(wrong.map(({ id }) => id))].sort();
  });
}

/** Areas whose requirements are about who gets a token. */
const granting = /^token-b2b\/(timestamp|signature|headers|body|http)\//;
/** Judged by the answer, not by the token. */
const otherwise = 'token-b2b/http/other-methods-allow';

test('without a fault every probe comes out as the standard has it', async () => {
  expect(await deviations([])).toEqual([]);
});

describe('a fault changes who gets a token for its own requirements alone', () => {
  const cases = faults.filter(
    ({ name }) => name !== 'token-under-its-oauth-name' && name !== 'answers-created',
  );
  test.for(cases)('$name', { concurrent: true }, async ({ name, trips }) => {
    const expected = trips.filter((id) => granting.test(id) && id !== otherwise).sort();
    expect(await deviations([name])).toEqual(expected);
  });
});
