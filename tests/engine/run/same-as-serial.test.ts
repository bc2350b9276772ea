import { expect, test } from 'vitest';
import type { Depth, Result } from '../../../schemas/generated/result.js';
import { shippedCatalogue } from '../../../src/engine/catalogue/catalogue.js';
import { run } from '../../../src/engine/run/run.js';
import { type AnyFault, faults } from '../../../src/sandbox/faults/index.js';
import { startFaulty } from '../../proof/start-faulty.js';
import { clockChecks, freezeDate } from '../../support/frozen-date.js';
import { planOf } from '../../support/sandbox-target.js';
import { toldIn } from './told.js';

/** Faults of each service and area. None of them shows in some requests only, or in requests at once. */
const spread = [
  ...['grant-as-plain-text', 'token-too-long', 'grant-timestamp-an-hour-off', 'empty-expiry'],
  ...['shorter-lifetime', 'takes-epoch', 'takes-incomplete-timestamps', 'takes-stale-timestamps'],
  ...['overlooks-one-bit', 'lax-base64', 'takes-pss', 'signs-timestamp-alone', 'takes-hmac'],
  ...['client-key-may-be-missing', 'takes-hostile-client-ids', 'refuses-unknown-headers'],
  ...['any-grant-type', 'lenient-json', 'additional-info-names-in-ascii', 'error-as-html'],
  ...['message-too-long', 'invented-case', 'matches-path-by-prefix', 'tokens-of-ten-digits'],
  ...['b2b2c-no-refresh-token', 'b2b2c-takes-epoch', 'b2b2c-takes-swapped-order'],
  ...['b2b2c-takes-any-grant-type', 'b2b2c-takes-used-codes', 'b2b2c-error-code-as-number'],
  ...['transaction-reads-bare-tokens', 'transaction-takes-unknown-customer-tokens'],
  ...['transaction-hashes-raw-body', 'transaction-takes-upper-case-hash'],
  ...['transaction-takes-external-id-again', 'transaction-rolls-timestamps-over'],
  ...['transaction-as-plain-text', 'transaction-refusal-without-code'],
  ...['utility-auth-writes-hex', 'utility-service-leaves-the-token-out'],
];

/** Those of them that a property finds, with a counterexample that it makes smaller. */
const shrinking = [
  ...['overlooks-one-bit', 'lax-base64', 'takes-incomplete-timestamps', 'lenient-json'],
  ...['additional-info-names-in-ascii', 'b2b2c-takes-any-grant-type'],
  ...['transaction-hashes-raw-body', 'transaction-rolls-timestamps-over'],
];

function faultOf(name: string): AnyFault {
  const fault = faults.find((each) => each.name === name);
  if (!fault) throw new RangeError(name);
  return fault;
}

/** The areas that a fault trips, and the one that judges the refusals of all others. */
function areasOf({ service, trips }: AnyFault): string[] {
  const areas = new Set(trips.map((id) => shippedCatalogue().get(id)?.area));
  return [...shippedCatalogue().values()]
    .filter(({ area }) => areas.has(area) || area === `${service}/errors`)
    .map(({ id }) => id);
}

/** Those, and every third check of the fault's service, so that each area has some. */
function areasAndMore(fault: AnyFault): string[] {
  const own = new Set(areasOf(fault));
  const ofService = [...shippedCatalogue().keys()].filter((id) =>
    id.startsWith(`${fault.service}/`),
  );
  return ofService.filter((id, at) => own.has(id) || at % 3 === 0);
}

/** A run of a target for each fault, with as many requests at once to each. */
async function runAll(
  names: readonly string[],
  concurrency: number,
  depth: Depth,
  ids: (fault: AnyFault) => string[],
): Promise<Result> {
  const started = await Promise.all(
    names.map(async (name) => {
      const fault = faultOf(name);
      return { ...(await startFaulty(fault)), only: ids(fault) };
    }),
  );
  const targets = started.map(({ target, only }) => ({
    ...target,
    only,
    limits: { ...target.limits, concurrency },
  }));
  const result = await run(planOf(targets, { depth, seed: 11, skip: clockChecks }));
  await Promise.all(started.map(({ sandbox }) => sandbox.close()));
  return result;
}

/**
 * What the two runs say, without the numbers in their messages. Of several requests at once, those that are under
 * way when one of them fails are judged too; and a burst has as many requests as may be sent at once.
 */
async function bothWays(...[names, depth, ids]: [string[], Depth, (fault: AnyFault) => string[]]) {
  freezeDate();
  const serial = await runAll(names, 1, depth, ids);
  const together = await runAll(names, 8, depth, ids);
  return [toldIn(serial), toldIn(together)] as const;
}

const timeout = 180_000;

test('one request at a time or eight, at depth quick: the same findings, in the same order', {
  timeout,
}, async () => {
  const [serial, together] = await bothWays(spread, 'quick', areasAndMore);
  for (const [at, target] of serial.targets.entries())
    expect(together.targets[at], target.name).toEqual(target);
  expect(together).toEqual(serial);
  // The comparison is worth something: all faults but a few were found.
  const found = serial.targets.filter(({ checks }) =>
    checks.some(({ outcome }) => outcome === 'failed'),
  );
  expect(found.length).toBeGreaterThan(30);
});

test('at depth standard: the same counterexamples, as small as one at a time finds them', {
  timeout,
}, async () => {
  const [serial, together] = await bothWays(shrinking, 'standard', areasOf);
  for (const [at, target] of serial.targets.entries())
    expect(together.targets[at], target.name).toEqual(target);
  expect(together).toEqual(serial);
  for (const { name, checks } of serial.targets) {
    const examples = checks.flatMap(({ counterexample }) => counterexample ?? []);
    expect(examples, name).not.toEqual([]);
    // Some were made smaller: their path leads further than to the input that was sampled.
    for (const { path } of examples) expect(path).toMatch(/^\d+(:\d+)*$/);
  }
});
