import { expect, test } from 'vitest';
import { run } from '../../src/engine/run/run.js';
import { planOf, startSandboxTarget } from '../support/sandbox-target.js';
import { idsOf } from './prove.js';

/** What a merchant fails that answers `OK` to what it takes, and by the document to what it refuses. */
async function failedBy(...more: string[]): Promise<string[]> {
  const { sandbox, target } = await startSandboxTarget('word', {
    profile: 'doku',
    role: 'merchant',
    transaction: true,
    faults: ['notification-acknowledged-by-a-word', ...more],
  });
  const only = ['transaction/signature/*', 'transaction/token/*', 'transaction/response/*'];
  const result = await run(planOf([target], { depth: 'quick', only }));
  await sandbox.close();
  const [found] = result.targets;
  if (!found) throw new Error('one target is tested');
  expect(found.verdict).toBe('non-conformant');
  expect(idsOf(found, 'cantTell')).toEqual([]);
  return idsOf(found, 'failed');
}

const body = ['transaction/response/body-json', 'transaction/response/content-type'];

test('a word for an acknowledgement fails by the body, and by nothing else', async () => {
  expect(await failedBy()).toEqual(body);
});

test('a forged notification that is acknowledged by a word fails its own requirement', async () => {
  expect(await failedBy('transaction-overlooks-one-bit')).toEqual([
    ...body,
    'transaction/signature/refuses-bit-flip',
  ]);
});
