import { relative, resolve } from 'node:path';
import { useOwnRequirements } from '../../engine/catalogue/catalogue.js';
import { loadConfig } from '../../engine/config/config.js';
import { type CustomSuite, customSuites } from '../../engine/config/custom-suites.js';
import { planAll } from '../../engine/config/plan-all.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import type { LimitFlags, TargetPlan } from '../../engine/plan/plan.js';
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
  /** Its own suites; absent where it is. */
  suites?: CustomSuite[];
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
    const suites = customSuites(loaded);
    // What is chosen by --only may be a check of theirs.
    useOwnRequirements(suites);
    return { targets: planAll(loaded, options), words, configFile, names, suites };
  }
  if (config !== undefined) {
    throw new InputProblem(
      'conflicting-options',
      'a target is given by flags or by --config, not by both',
      {
        remedy: 'With a config, choose among its targets by --target NAME.',
      },
    );
  }
  const targets = inFlagWords(() => planAll(configOfFlags(options, folder), options));
  return { targets, words: wordsOfFlags(options) };
}
