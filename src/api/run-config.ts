import { randomInt } from 'node:crypto';
import type { Config } from '../../schemas/generated/config.js';
import type { CheckResult, Depth, Result } from '../../schemas/generated/result.js';
import { configOf, loadConfig } from '../engine/config/config.js';
import { planAll } from '../engine/config/plan-all.js';
import type { RunPlan } from '../engine/plan/plan.js';
import { askedAgain } from '../engine/run/replay.js';
import { run } from '../engine/run/run.js';
import { suitesFor } from './suites-for.js';

/** How a config's targets are tested: the options of the command `run`. */
export interface RunOptions {
  /** Requests a second, per target; in the place of the config's. */
  rate?: number;
  /** Requests under way at once, per target; in the place of the config's. */
  concurrency?: number;
  /** Never more than this are sent to a target; in the place of the config's. */
  maxRequests?: number;
  /** Where relative paths of a config start that is given as an object. Default: the working directory. */
  folder?: string;
  /** Names of targets; all without any. */
  targets?: readonly string[];
  /** Ids of checks, `*` for any text, or tags: `tag:must`. All without any. */
  only?: readonly string[];
  /** All but these. */
  skip?: readonly string[];
  /** Part `index` of `count` of the checks, counted from 1. */
  shard?: { index: number; count: number };
  /** How many inputs a property is tried with. Default `standard`. */
  depth?: Depth;
  /** Of the inputs. Default: random; the result has it. */
  seed?: number;
  /** Failed SHOULDs make a target non-conformant. */
  strict?: boolean;
  /** Waits for tokens to expire. */
  slow?: boolean;
  /** Stops the run; what was found by then is the result. */
  signal?: AbortSignal;
  /** Called as each check is done. */
  onCheck?: (check: CheckResult, target: string) => void;
}

/**
 * Tests the targets of a config.
 *
 * @param config The config, or the path of its file.
 * @throws InputProblem, before anything is sent, for what is wrong with config or options.
 */
export async function runConfig(
  config: Config | string,
  options: RunOptions = {},
): Promise<Result> {
  const { onCheck, strict, signal } = options;
  return run(await planOfConfig(config, options), {
    ...(strict && { strict }),
    ...(signal && { signal }),
    ...(onCheck && { onCheck: ({ check, target }) => onCheck(check, target) }),
  });
}

/**
 * The plan of a run of a config.
 *
 * @throws InputProblem for what is wrong with config or options.
 */
export async function planOfConfig(
  config: Config | string,
  options: Omit<RunOptions, 'strict' | 'signal' | 'onCheck'> & { strict?: boolean } = {},
): Promise<RunPlan> {
  const { folder = process.cwd(), targets = [], only = [], skip = [], shard, slow } = options;
  const loaded =
    typeof config === 'string'
      ? await loadConfig(config, folder)
      : configOf(config, 'the config', folder);
  const suites = await suitesFor(loaded);
  return {
    suites,
    targets: planAll(loaded, { ...options, target: targets }, suites.catalogue),
    seed: options.seed ?? randomInt(2 ** 31),
    depth: options.depth ?? 'standard',
    only: [...only],
    skip: [...skip],
    ...(shard && { shard }),
    ...(slow && { slow }),
    replay: [
      ...['snap-conformance', 'run'],
      ...(typeof config === 'string' ? ['--config', config] : []),
      ...askedAgain(options),
    ],
  };
}
