import { expect, test } from 'vitest';
import { run } from '../../src/engine/run/run.js';
import { planOf, startSandboxTarget } from '../support/sandbox-target.js';

const type = 'token-b2b/expiry/type';
const grantType = 'token-b2b/body/rejects-missing-grant-type';

/** What one check finds in a sandbox of a profile, with faults. */
async function find(check: string, profile: string, ...faults: string[]) {
  const { sandbox, target } = await startSandboxTarget(profile, { profile, faults });
  const result = await run(planOf([target], { only: [check] }));
  await sandbox.close();
  const [found] = result.targets;
  const contradiction = found?.contradictions.find(({ id }) => id === 'expires-in-type');
  return {
    ...found?.checks[0],
    taken: contradiction?.readings.filter(({ taken }) => taken).map(({ name }) => name),
  };
}

test('doku takes expiresIn as its table has it, and notes the contradiction', async () => {
  const { outcome, message, contradictions, taken } = await find(type, 'doku');
  expect(outcome).toBe('passed');
  expect(contradictions).toEqual(['expires-in-type']);
  expect(message).toContain('The document contradicts itself (expires-in-type');
  expect(message).toContain('this target follows "string"');
  expect(taken).toEqual(['string']);
});

test('doku takes expiresIn as its sample has it, and notes the contradiction', async () => {
  const { outcome, message, taken } = await find(type, 'doku', 'expiry-as-number');
  expect(outcome).toBe('passed');
  expect(message).toContain('this target follows "number"');
  expect(taken).toEqual(['number']);
});

test('snap-bi fails the number', async () => {
  const { outcome, message } = await find(type, 'snap-bi', 'expiry-as-number');
  expect(outcome).toBe('failed');
  expect(message).toContain('expiresIn is 900, not of type string');
});

test('a server that needs no grantType keeps to ayolinx and breaks snap-bi', async () => {
  const fault = 'grant-type-may-be-missing';
  expect(await find(grantType, 'ayolinx')).toMatchObject({
    outcome: 'inapplicable',
    message: 'the document makes grantType optional',
  });
  expect(await find(grantType, 'snap-bi', fault)).toMatchObject({ outcome: 'failed' });
  expect(await find(grantType, 'snap-bi')).toMatchObject({ outcome: 'passed' });
});
