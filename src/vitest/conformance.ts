import type { RunnerTask, RunnerTestSuite } from 'vitest';
import type { Config } from '../../schemas/generated/config.js';
import type { CheckResult, Result, TargetResult } from '../../schemas/generated/result.js';
import { planOfConfig } from '../api/plan-of-config.js';
import type { RunOptions } from '../api/run-options.js';
import { chooseIds, tagsOf } from '../engine/catalogue/choose.js';
import type { RunPlan } from '../engine/plan/plan.js';
import { countsWhenFailed, whyInconclusive } from '../engine/run/result/verdict.js';
import { run } from '../engine/run/run.js';

/** How the targets of a config are tested within vitest: the options of a run, except what vitest provides. */
export interface ConformanceOptions extends Omit<RunOptions, 'signal' | 'onCheck' | 'shard'> {
  /** Gives each test the tags of its check; the vitest config has to define them, as {@link conformanceTags} does. */
  tags?: boolean;
}

/** A test ends when the run does, and a run may wait for limits and for tokens to expire. */
const timeoutMs = 60 * 60_000;

declare module 'vitest' {
  interface TaskMeta {
    /** The result of the run that the tests of a file or a block are based on. */
    snapConformance?: Result;
  }
}

/**
 * Registers each check of each target as a vitest test. vitest chooses among them, by file, name or tag. The
 * engine's own runner runs the chosen ones, once, and each test waits for the outcome of its check. The tests
 * fail when the command would end with 1 or 3: a failed MUST fails its test, a failed SHOULD does with `strict`,
 * and an inconclusive target fails its block. A check that neither passed nor failed is skipped with the reason.
 *
 * Called at the top level of a test file: `await conformance('snap.config.json')`.
 *
 * @param config The config, or the path of its file.
 * @throws InputProblem when the config or an option is invalid.
 */
export async function conformance(
  config: Config | string,
  { tags = false, ...options }: ConformanceOptions = {},
): Promise<void> {
  const { afterAll, beforeAll, describe, test } = await import('vitest');
  const { strict = false } = options;
  const plan = await planOfConfig(config, options);
  let result: Promise<Result> | undefined;
  describe('SNAP conformance', () => {
    beforeAll(({}, block) => {
      result = runChosen(plan, chosenIn(block), strict);
      // Each test reports a failure of the run itself.
      void result.then((done) => Object.assign(block.meta, { snapConformance: done })).catch(noop);
    });
    for (const target of plan.targets)
      describe(target.name, () => {
        for (const id of chooseIds(plan.suites.catalogue, plan, target))
          test(id, { timeout: timeoutMs, ...(tags && { tags: tagsOfCheck(plan, id) }) }, async ({
            skip,
          }) => {
            const check = checkIn(await result, target.name, id);
            const { outcome, message } = check;
            const failed = outcome === 'failed';
            if (failed && countsWhenFailed(check, strict)) throw new NotConformant(message);
            if (outcome !== 'passed') skip(`${failed ? 'warning' : outcome}: ${message}`);
          });
        // Its tests are skipped, and vitest counts a skipped test as a success.
        afterAll(async () => {
          const found = targetIn(await result?.catch(noop), target.name);
          if (found?.verdict === 'inconclusive')
            throw new NotConformant(`inconclusive: ${whyInconclusive(found.checks, found)}`);
        }, timeoutMs);
      });
  });
}

function noop(): undefined {}

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
  const running = new Set(targets.map(({ name }) => name));
  const dropped = plan.targets.map(({ name }) => name).filter((name) => !running.has(name));
  const targetsLeftOut = [...(plan.targetsLeftOut ?? []), ...dropped];
  return run({ ...plan, targets, targetsLeftOut }, { strict });
}

function targetIn(result: Result | undefined, target: string): TargetResult | undefined {
  return result?.targets.find(({ name }) => name === target);
}

function checkIn(result: Result | undefined, target: string, id: string): CheckResult {
  const found = targetIn(result, target)?.checks.find((check) => check.id === id);
  if (!found) throw new Error(`the run has no check ${id} of ${target}`);
  return found;
}

class NotConformant extends Error {
  override readonly name = 'NotConformant';
  // The place in this package says nothing about the target.
  override stack = '';
}
