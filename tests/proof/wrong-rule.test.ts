import { verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { run } from '../../src/engine/run/run.js';
import { planOf, targetAt } from '../support/sandbox-target.js';
import { serveTokens } from '../support/token-server.js';
import { idsOf } from './prove.js';

test('a target that signs timestamp|clientId fails only for that, and says so', async () => {
  const { url } = await serveTokens(({ clientId, timestamp, signature, publicKey }) =>
    verify(
      'sha256',
      Buffer.from(`${timestamp}|${clientId}`),
      publicKey,
      Buffer.from(signature, 'base64'),
    ),
  );
  const result = await run(planOf([await targetAt(url, 'swapped')]));
  const [target] = result.targets;
  if (!target) throw new Error('one target was run');
  expect(target.verdict).toBe('non-conformant');
  expect(idsOf(target, 'failed')).toEqual(['token-b2b/signature/accepts-valid']);
  const check = target.checks.find(({ id }) => id === 'token-b2b/signature/accepts-valid');
  expect(check?.message).toContain('signed over timestamp|clientId');
  expect(check?.exchanges).toHaveLength(2);
  // Nothing else can be judged if the target's valid request is a different one.
  expect(target.summary.passed).toBe(0);
  expect(idsOf(target, 'cantTell')).toEqual([]);
});
