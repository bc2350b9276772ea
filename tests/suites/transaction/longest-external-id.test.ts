import { expect, onTestFinished, test } from 'vitest';
import type { Services } from '../../../schemas/generated/profile.js';
import { loadProfile } from '../../../src/engine/profile/profile.js';
import { run } from '../../../src/engine/run/run.js';
import { planOf, startSandboxTarget } from '../../support/sandbox-target.js';

const check = 'transaction/headers/accepts-longest-external-id';

/** What BRI's profile finds of a server that takes ids of so many digits. */
async function find(maxLength: number) {
  const overrides: Services = {
    transaction: { headers: { 'X-EXTERNAL-ID': { maxLength } }, externalIdLength: 'unspecified' },
  };
  const { sandbox, target } = await startSandboxTarget('bri', {
    profile: 'bri',
    overrides,
    transaction: true,
  });
  onTestFinished(() => sandbox.close());
  const asked = { ...target, profile: loadProfile('bri', '.') };
  const result = await run(
    planOf([asked], { depth: 'quick', only: ['transaction/headers/*external-id*'] }),
  );
  const [found] = result.targets;
  const { readings = [] } =
    found?.contradictions.find(({ id }) => id === 'bri-external-id-length') ?? {};
  return {
    failed: found?.checks.filter(({ outcome }) => outcome === 'failed'),
    verdict: found?.verdict,
    ...found?.checks.find(({ id }) => id === check),
    taken: readings.filter(({ taken }) => taken).map(({ name }) => name),
  };
}

test('a server of the page with 9 digits keeps to BRI, and the report says which page', async () => {
  const found = await find(9);
  expect(found).toMatchObject({ failed: [], verdict: 'conformant', outcome: 'passed' });
  expect(found.message).toContain('9 characters are accepted, as one page of the document has it');
  expect(found.message).toContain('this target follows "nine"');
  expect(found.taken).toEqual(['nine']);
});

test('so does one of the page with 36', async () => {
  const found = await find(36);
  expect(found).toMatchObject({ failed: [], verdict: 'conformant', outcome: 'passed' });
  expect(found.taken).toContain('thirty-six');
});
