import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Result } from '../../schemas/generated/result.js';
import { shippedSuites } from '../../src/api/shipped-suites.js';
import { namesOf } from '../../src/engine/config/calls-of.js';
import { run } from '../../src/engine/run/run.js';
import { applyBaseline } from '../../src/results/apply-baseline.js';
import { readBaseline } from '../../src/results/baseline.js';
import { compareResults } from '../../src/results/compare-results.js';
import { readJournal } from '../../src/results/journal/read-journal.js';
import { recoverResult } from '../../src/results/journal/recover-result.js';
import { RunJournal } from '../../src/results/journal/run-journal.js';
import { parseResult } from '../../src/results/read-result.js';
import { statementOf } from '../../src/results/statement.js';
import { updateBaseline } from '../../src/results/update-baseline.js';
import { allReports } from '../support/all-reports.js';
import { planOf } from '../support/sandbox-target.js';
import { fourServices, serveServices } from '../support/services.js';

const plain = (result: Result) => JSON.parse(JSON.stringify(result)) as Result;
const verdicts = ({ targets }: Result) => targets.map(({ name, verdict }) => [name, verdict]);

/** A run of four services of which one has a fault, with its journal. */
async function faultyRun() {
  const folder = mkdtempSync(join(tmpdir(), 'snap-services-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { plan, config } = await serveServices(
    fourServices.map((call) =>
      call.serviceCode === '47' ? { ...call, faults: ['transaction-overlooks-one-bit'] } : call,
    ),
  );
  const planned = planOf(plan(), { depth: 'quick', only: ['transaction/*'] });
  const journal = new RunJournal(folder, {}, (why) => {
    throw new Error(why);
  });
  const result = plain(await run(planned, { record: (entry) => journal.write(entry) }));
  journal.end(false);
  return { planned, config, folder, journal: journal.path, result };
}

test('what is kept of a run, and made of it, knows each service by its name', {
  timeout: 120_000,
}, async () => {
  const { planned, config, folder, journal, result } = await faultyRun();
  const failing = ['bank/47', 'transaction/signature/refuses-bit-flip'] as const;
  expect(verdicts(result)).toEqual([
    ['bank', 'conformant'],
    ['bank/27', 'conformant'],
    ['bank/47', 'non-conformant'],
    ['bank/54', 'conformant'],
  ]);
  // All checks that there are of a further service were made.
  for (const { basis, checks } of result.targets.slice(1))
    expect(basis?.checks).toBe(checks.length);

  // The result file and the journal.
  expect(parseResult(JSON.stringify(result), 'result.json')).toEqual(result);
  const recovered = plain(recoverResult(readJournal(journal), shippedSuites()));
  expect(recovered.targets).toEqual(result.targets);
  expect(recovered.exchanges).toEqual(result.exchanges);

  // The baseline: an entry is of one service.
  const context = { strict: false, targets: namesOf(config) };
  const updated = updateBaseline(undefined, [], result, context);
  expect(updated.added.map(({ target, check }) => [target, check])).toEqual([[...failing]]);
  const file = join(folder, 'snap-baseline.yaml');
  writeFileSync(file, updated.text);
  const known = applyBaseline(result, readBaseline(file), context);
  expect(known.run.baseline).toMatchObject({ stale: [], expired: [] });
  expect(verdicts(known)).toEqual(verdicts(result).map(([name]) => [name, 'conformant']));
  const elsewhere = applyBaseline(
    result,
    { file, known: [{ target: 'bank/28', check: failing[1], reason: 'none' }] },
    context,
  );
  expect(elsewhere.run.baseline?.stale[0]?.target).toBe('bank/28');

  // Comparison and attestation.
  const mended = plain(await run({ ...planned, targets: planned.targets.slice(0, 2) }));
  const { targets: pairs } = compareResults(result, mended, false);
  expect(pairs.map(({ name }) => name)).toEqual(['bank', 'bank/27']);
  const { predicate } = statementOf(result, Buffer.from(JSON.stringify(result)));
  expect(predicate.result).toBe('FAILED');
  expect(predicate.failedTests).toEqual([failing.join(': ')]);
  expect(predicate.passedTests).toContain('bank/54: transaction/signature/refuses-bit-flip');

  const whole = (await allReports(result)).filter((text) =>
    namesOf(config).every((name) => text.includes(name)),
  );
  // All formats but those that have a file for each target, and a badge.
  expect(whole.length).toBeGreaterThan(7);
});
