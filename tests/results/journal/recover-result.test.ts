import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import type { Result } from '../../../schemas/generated/result.js';
import { shippedSuites } from '../../../src/api/shipped-suites.js';
import type { RunPlan } from '../../../src/engine/plan/plan.js';
import { run } from '../../../src/engine/run/run.js';
import { journalsIn } from '../../../src/results/journal/journals-in.js';
import { readJournal } from '../../../src/results/journal/read-journal.js';
import { recoverResult } from '../../../src/results/journal/recover-result.js';
import { type JournalContext, RunJournal } from '../../../src/results/journal/run-journal.js';
import { letPass } from '../../../src/sandbox/policies/change-policy.js';
import { workspace } from '../../cli/workspace.js';
import { planOf, startSandboxTarget } from '../../support/sandbox-target.js';

/** Sandboxes with faults that have causes and counterexamples to tell. */
async function faultyTargets() {
  const started = await Promise.all([
    startSandboxTarget('first', { faults: ['takes-epoch'] }),
    startSandboxTarget('second', {
      changeTokenB2b: (policy) => letPass(policy, ['signature'], () => true),
    }),
  ]);
  onTestFinished(async () => {
    for (const { sandbox } of started) await sandbox.close();
  });
  return started.map(({ target }) => target);
}

const trouble = (why: string) => {
  throw new Error(why);
};

/** Carries a plan out with a journal, which stays. */
async function journaled(plan: RunPlan, context: JournalContext = {}) {
  const { path } = workspace();
  const journal = new RunJournal(path, context, trouble);
  const result = await run(plan, { record: (entry) => journal.write(entry) });
  journal.end(false);
  return { file: journal.path, folder: path, result: JSON.parse(JSON.stringify(result)) as Result };
}

const recover = (file: string) => recoverResult(readJournal(file), shippedSuites());
const plain = (result: Result) => JSON.parse(JSON.stringify(result)) as Result;

const lineOf = (file: string, number: number) => readFileSync(file, 'utf8').split('\n')[number - 1];

test('of a run that was killed at its very end, the same result, but for the mark and the end', async () => {
  const only = ['token-b2b/*'];
  const plan = planOf(await faultyTargets(), { depth: 'quick', only });
  const { file, result } = await journaled(plan);
  const recovered = plain(recover(file));
  const checks = result.targets.reduce((sum, target) => sum + target.checks.length, 0);
  expect(recovered.run.recovered).toEqual({ checks });
  const { recovered: _, finishedAt: __, ...same } = recovered.run;
  const { finishedAt: ___, ...facts } = result.run;
  expect(same).toEqual(facts);
  expect(recovered.targets).toEqual(result.targets);
  expect(recovered.exchanges).toEqual(result.exchanges);
  expect(recovered.requirements).toEqual(result.requirements);
  expect(result.targets.some(({ causes = [] }) => causes.length > 0)).toBe(true);
});

test('of a run that was killed amid a line: that line is left out, what is open is untested, and the verdict too', async () => {
  const [target] = await faultyTargets();
  if (!target) throw new Error('two were started');
  const only = ['token-b2b/headers/*', 'token-b2b/response/*'];
  const { file, result } = await journaled(planOf([target], { only }));
  expect(result.targets[0]?.verdict).toBe('conformant');
  const lines = readFileSync(file, 'utf8').split('\n');
  const kept = lines.slice(0, 8).join('\n');
  writeFileSync(file, kept);
  truncateSync(file, Buffer.byteLength(kept) - 5);
  const { run: facts, targets } = recover(file);
  // Eight lines: journal, run, target, four checks, and one that was cut.
  expect(facts).toMatchObject({ interrupted: true, recovered: { checks: 4, cut: true } });
  const [found] = targets;
  expect(found?.checks.map(({ id }) => id)).toEqual(result.targets[0]?.checks.map(({ id }) => id));
  expect(found?.checks.filter(({ notReached }) => !notReached)).toHaveLength(4);
  expect(found?.control.outcome).toBe('accepted');
  expect(found?.verdict).toBe('inconclusive');
});

test('a failed MUST makes a recovered target non-conformant', async () => {
  const [target] = await faultyTargets();
  if (!target) throw new Error('two were started');
  const only = ['token-b2b/timestamp/*'];
  const { file } = await journaled(planOf([target], { only, depth: 'quick' }));
  const lines = readFileSync(file, 'utf8').split('\n');
  const failed = lines.findIndex((line) => line.includes('"outcome":"failed"'));
  writeFileSync(file, `${lines.slice(0, failed + 1).join('\n')}\n`);
  const { run: facts, targets } = recover(file);
  expect(facts).toMatchObject({ interrupted: true });
  expect(facts.recovered).not.toHaveProperty('cut');
  expect(targets[0]?.verdict).toBe('non-conformant');
});

test('known failures are marked by the baseline before the run', async () => {
  const [target] = await faultyTargets();
  if (!target) throw new Error('two were started');
  const known = { target: 'first', reason: 'why' };
  const baseline = {
    file: 'snap-baseline.yaml',
    targets: ['first'],
    known: [
      { ...known, check: 'token-b2b/timestamp/rejects-epoch' },
      { ...known, check: 'mine/own/check' },
      { ...known, check: 'mine/own/gone' },
    ],
    checks: ['token-b2b/timestamp/rejects-epoch', 'mine/own/check'],
  };
  const plan = planOf([target], { only: ['token-b2b/timestamp/rejects-epoch'] });
  const { file } = await journaled(plan, { baseline });
  const { run: facts, targets } = recover(file);
  expect(targets[0]?.checks[0]?.known).toEqual({ reason: 'why' });
  expect(facts.baseline?.stale.map(({ check }) => check)).toEqual(['mine/own/gone']);
});

test('of a run of which nothing was sent: every check is untested', async () => {
  const [target] = await faultyTargets();
  if (!target) throw new Error('two were started');
  const plan = planOf([target], { only: ['token-b2b/response/status'] });
  const { file } = await journaled(plan);
  writeFileSync(file, `${[1, 2, 3].map((number) => lineOf(file, number)).join('\n')}\n`);
  const { targets, run: facts } = recover(file);
  expect(facts).toMatchObject({ interrupted: true, recovered: { checks: 0 } });
  expect(targets[0]).toMatchObject({ verdict: 'inconclusive', control: { outcome: 'not-sent' } });
});

test('what is no journal is refused, with its line and a way out', async () => {
  const { path, write } = workspace();
  const refused = (text: string | Buffer) => {
    const file = write('journal-x.jsonl', '');
    writeFileSync(file, text);
    try {
      recover(file);
      return 'recovered';
    } catch (error) {
      return (error as Error).message.replaceAll(`${path}/`, '');
    }
  };
  const header = '{"entry":"journal","version":1}\n';
  const begun = `${header}{"entry":"run","head":{"run":{"startedAt":"2026-03-02T02:15:26.900Z"}}}\n`;
  expect(refused('{}\n')).toMatch(/^this is not the journal of a run\n {2}at journal-x\.jsonl:1\n/);
  expect(refused('')).toContain('this is not the journal of a run');
  expect(refused('PK\u0003\n')).toContain('this line is not JSON\n  at journal-x.jsonl:1');
  expect(refused(header)).toContain('the run was killed before it began');
  expect(refused('{"entry":"journal","version":2}\n')).toContain('written by a newer');
  expect(refused(`${header}{"entry":"check"}\n`)).toContain('at journal-x.jsonl:2');
  expect(refused(`${begun}{"entry":"other"}\n`)).toContain('at journal-x.jsonl:3');
  expect(refused(`${begun}{"cut\n${header}`)).toContain(
    'this line is not JSON\n  at journal-x.jsonl:3',
  );
  expect(refused(`${begun}{"entry":"target","target":{}}\n`)).toContain('at journal-x.jsonl:3');
  const target = '{"entry":"target","target":{"result":{"name":"a","checks":[]}}}\n';
  const done =
    '{"entry":"target-done","target":"a","at":1,"status":{},"likenesses":[],"exchanges":[],"durationMs":1}\n';
  expect(refused(`${begun}${target}${done}`)).toContain('it was changed after its run');
  // Of its members the schema of the result says what is wrong.
  expect(refused(begun)).toContain('schemaVersion');
});

test('zeros at the end, as a power loss leaves them, are a line that was cut', async () => {
  const [target] = await faultyTargets();
  if (!target) throw new Error('two were started');
  const { file } = await journaled(planOf([target], { only: ['token-b2b/response/status'] }));
  appendFileSync(file, Buffer.alloc(100));
  expect(recover(file).run.recovered).toEqual({ checks: 1, cut: true });
});

test('the newest journal of a folder comes first; other files are none', () => {
  const { path, write } = workspace();
  write('journal-20260301T000000000Z-ffffff.jsonl', '');
  write('journal-20260302T000000000Z-000000.jsonl', '');
  write('result.json', '');
  expect(journalsIn(path).map((file) => file.split('/').at(-1)?.slice(8, 16))).toEqual([
    '20260302',
    '20260301',
  ]);
});

test('a journal with no check in it does not stay', async () => {
  const { path } = workspace();
  new RunJournal(path, {}, trouble).end(false);
  expect(journalsIn(path)).toEqual([]);
});
