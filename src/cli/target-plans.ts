import { relative, resolve } from 'node:path';
import { chooseTargets, type LoadedConfig, loadConfig } from '../engine/config.js';
import { InputProblem } from '../engine/input-problem.js';
import { type LimitFlags, planTarget, type TargetPlan } from '../engine/plan.js';
import {
  configOfFlags,
  hasTargetFlags,
  inFlagWords,
  type TargetFlags,
  wordsOfFlags,
} from './flag-target.js';

/** The options that say what is tested. */
export interface TargetOptions extends TargetFlags, LimitFlags {
  config?: string;
  /** Names of the targets; all without any. */
  target?: string[];
}

/** The targets of a run, and the words that name their source in a replay. */
export interface TargetPlans {
  targets: TargetPlan[];
  words: string[];
  /** The config, as a path from the folder; absent where flags gave the target. */
  configFile?: string;
  /** The names of all its targets, chosen or not; absent where it is. */
  names?: string[];
}

/**
 * The targets that the user asks for, from a config or from flags alone.
 *
 * @throws InputProblem for what is wrong with either, or where both are given.
 */
export async function planTargets(options: TargetOptions, folder: string): Promise<TargetPlans> {
  const { config } = options;
  if (!hasTargetFlags(options)) {
    const words = config === undefined ? [] : ['--config', config];
    const loaded = await loadConfig(config, folder);
    const configFile = relative(folder, resolve(folder, loaded.file));
    const names = loaded.config.targets.map(({ name }) => name);
    return { targets: planAll(loaded, options), words, configFile, names };
  }
  if (config !== undefined) {
    throw new InputProblem('a target is given by flags or by --config, not by both', {
      remedy: 'With a config, choose among its targets by --target NAME.',
    });
  }
  const targets = inFlagWords(() => planAll(configOfFlags(options, folder), options));
  return { targets, words: wordsOfFlags(options) };
}

/** The chosen targets of a config, ready to run. */
export function planAll(
  loaded: LoadedConfig,
  { target = [], rate, concurrency, maxRequests }: LimitFlags & Pick<TargetOptions, 'target'>,
): TargetPlan[] {
  const limits: LimitFlags = {
    ...(rate !== undefined && { rate }),
    ...(concurrency !== undefined && { concurrency }),
    ...(maxRequests !== undefined && { maxRequests }),
  };
  return chooseTargets(loaded, target).map(([, index]) => planTarget(loaded, index, limits));
}
