import { expect, onTestFinished, test } from 'vitest';
import type { Services } from '../../schemas/generated/profile.js';
import { run } from '../../src/engine/run/run.js';
import { planOf, startSandboxTarget, targetAt } from '../support/sandbox-target.js';

/** What a run by the standard says of a provider with an oddity that its profile doesn't tell. */
async function foundAt(overrides: Services, only: string[]) {
  const { sandbox, target } = await startSandboxTarget('odd', { overrides, transaction: true });
  onTestFinished(() => sandbox.close());
  const { profile } = await targetAt(sandbox.url, 'odd');
  const [found] = (
    await run(planOf([{ ...target, profile, tokenHeaders: {} }], { only, depth: 'quick' }))
  ).targets;
  if (!found) throw new Error('one target is tested');
  return found;
}

test('tokens for one use: the run says which setting tells of them', async () => {
  const { notes, verdict, checks } = await foundAt({ transaction: { tokenUse: 'once' } }, [
    'transaction/*',
  ]);
  expect(notes.join('\n')).toContain(
    'or is each of its tokens good for one transaction (tokenUse: once in the profile)?',
  );
  expect(verdict).not.toBe('conformant');
  expect(checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
});

test('codes of an own form: a grant without a token may be a refusal', async () => {
  const { control } = await foundAt(
    {
      'token-b2b': {
        codeForm: 'own',
        success: { code: '00' },
        grantType: { value: 'another' },
        answers: { 'grant-type': [{ status: 200, code: '75', message: 'No' }] },
      },
    },
    ['token-b2b/*'],
  );
  expect(control.message).toContain('no token can be read from it');
  expect(control.causes?.[0]).toContain('say codeForm: own in the profile');
});

test('a header that only its document names: the refusal names it', async () => {
  const headers = { ORIGIN: { presence: 'required' } } as const;
  const { control } = await foundAt({ 'token-b2b': { headers } }, ['token-b2b/*']);
  expect(control.outcome).toBe('refused');
  expect(control.message).toContain('Invalid Mandatory Field ORIGIN');
  expect(control.causes?.[0]).toContain('give its value there or in the config (tokenHeaders)');
});
