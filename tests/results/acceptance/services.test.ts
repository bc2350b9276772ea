import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Result } from '../../../schemas/generated/result.js';
import { shippedSuites } from '../../../src/api/shipped-suites.js';
import { run } from '../../../src/engine/run/run.js';
import { acceptResult } from '../../../src/results/acceptance/accept-result.js';
import { readPolicy } from '../../../src/results/acceptance/policy.js';
import { workspace } from '../../cli/workspace.js';
import { planOf } from '../../support/sandbox-target.js';
import { fourServices, serveServices } from '../../support/services.js';

test('the token services are asked of the target, and not of each further service again', {
  timeout: 120_000,
}, async () => {
  const { plan } = await serveServices(fourServices.slice(0, 2));
  const result = JSON.parse(
    JSON.stringify(await run(planOf(plan(), { depth: 'quick' }))),
  ) as Result;
  const path = `${workspace().path}/policy.json`;
  const [target] = result.targets;
  const policy = {
    targets: [{ baseUrl: target?.baseUrl, profile: 'snap-bi', services: ['token-b2b'] }],
    requirements: { mayBeUntested: ['token-b2b/expiry/honoured'] },
    depth: 'quick',
    maxAgeDays: 7,
  };
  writeFileSync(path, JSON.stringify(policy));
  const answer = (of: Result) =>
    acceptResult(
      { bytes: Buffer.from(JSON.stringify(of)), file: 'result.json' },
      {
        policy: readPolicy(path),
        suites: shippedSuites(),
        now: Date.parse(result.run.finishedAt),
      },
    );
  const { accepted, refusals, targets } = answer(result);
  expect(refusals).toEqual([]);
  expect(accepted).toBe(true);
  expect(targets.map(({ name, services }) => [name, services])).toEqual([
    ['bank', ['token-b2b']],
    ['bank/27', []],
  ]);
  // Without the target that it says it belongs to, it is asked for all.
  const alone = answer({
    ...result,
    targets: result.targets.slice(1),
    exchanges: result.exchanges.filter((exchange) => exchange.target !== 'bank'),
  });
  expect(alone.accepted).toBe(false);
});
