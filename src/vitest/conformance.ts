import type { RunnerTask, RunnerTestSuite } from 'vitest';
import type { Config } from '../../schemas/generated/config.js';
import type { CheckResult, Result } from '../../schemas/generated/result.js';
import { planOfConfig } from '../api/run-config.js';
import type { RunOptions } from '../api/run-options.js';
import { chooseIds, tagsOf } from '../engine/catalogue/choose.js';
import type { RunPlan } from '../engine/plan/plan.js';
import { run } from '../engine/run/run.js';

/** How the targets of a config are tested within vitest: the options of a run, but for what vitest sees to. */
export interface ConformanceOptions extends Omit<RunOptions, 'signal' | 'onCheck' | 'shard'> {
  /** Gives each test the tags of its check; the vitest config then has to define {@link conformanceTags}. */
  tags?: boolean;
}

/** A test ends with the run, and a run may wait for limits and for tokens to expire. */
const timeoutMs = 60 * 60_000;

declare module 'vitest' {
  interface TaskMeta {
    /** The result of the run that the tests of a file or a block stand on. */
    snapConformance?: Result;
  }
}

/**
 * Registers each check of each target as a vitest test. vitest chooses among them, by file, name or tag; what
 * it chose is run by the engine's own runner, once, and each test waits for the outcome of its check: a failed
 * check fails its test, one that can't judge is skipped with the reason.
 *
 * Called at the top level of a test file: `await conformance('snap.config.json')`.
 *
 * @param config The config, or the path of its file.
 * @throws InputProblem for what is wrong with config or options.
 */
export async function conformance(
  config: Config | string,
  { tags = false, ...options }: ConformanceOptions = {},
): Promise<void> {
  const { beforeAll, describe, test } = await import('vitest');
  const plan = await planOfConfig(config, options);
  let result: Promise<Result> | undefined;
  describe('SNAP conformance', () => {
    beforeAll(({}, block) => {
      result = runChosen(plan, chosenIn(block), options.strict ?? false);
      // Each test tells of a failure of the run itself.
      void result.then((done) => Object.assign(block.meta, { snapConformance: done })).catch(noop);
    });
    for (const target of plan.targets)
      describe(target.name, () => {
        for (const id of chooseIds(plan.suites.catalogue, plan, target))
          test(id, { timeout: timeoutMs, ...(tags && { tags: tagsOfCheck(plan, id) }) }, async ({
            skip,
          }) => {
            const check = checkIn(await result, target.name, id);
            if (check.outcome === 'failed') throw new CheckFailed(check.message);
            if (check.outcome !== 'passed') skip(`${check.outcome}: ${check.message}`);
          });
      });
  });
}

function noop(): void {}

function tagsOfCheck({ suites }: RunPlan, id: string): string[] {
  const requirement = suites.catalogue.get(id);
  return requirement ? tagsOf(requirement) : [];
}

/** Ids of the checks that vitest will run, by target. */
function chosenIn(block: RunnerTestSuite): Map<string, string[]> {
  const targets = block.tasks.filter((task): task is RunnerTestSuite => task.type === 'suite');
  const runs = ({ mode }: RunnerTask) => mode !== 'skip' && mode !== 'todo';
  return new Map(
    targets.map(({ name, tasks }) => [name, tasks.filter(runs).map((task) => task.name)]),
  );
}

function runChosen(
  plan: RunPlan,
  chosen: ReadonlyMap<string, readonly string[]>,
  strict: boolean,
): Promise<Result> {
  const targets = plan.targets
    .map((target) => ({ ...target, only: [...(chosen.get(target.name) ?? [])] }))
    .filter(({ only }) => only.length > 0);
  return run({ ...plan, targets }, { strict });
}

function checkIn(result: Result | undefined, target: string, id: string): CheckResult {
  const found = result?.targets
    .find(({ name }) => name === target)
    ?.checks.find((check) => check.id === id);
  if (!found) throw new Error(`the run has no check ${id} of ${target}`);
  return found;
}

class CheckFailed extends Error {
  override readonly name = 'CheckFailed';
  // Where in this package it was noticed says nothing about the target.
  override stack = '';
}
