import { relative, resolve } from 'node:path';
import { shippedSuites } from '../../api/shipped-suites.js';
import { suitesFor } from '../../api/suites-for.js';
import type { Catalogue } from '../../engine/catalogue/catalogue.js';
import type { Suites } from '../../engine/checks/suites.js';
import { namesOf } from '../../engine/config/calls-of.js';
import { type LoadedConfig, loadConfig } from '../../engine/config/config.js';
import { planAll } from '../../engine/config/plan-all.js';
import { fetchSecrets } from '../../engine/config/secrets/fetch-secrets.js';
import { targetsLeftOut } from '../../engine/config/targets-left-out.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import type { LimitFlags, RunPlan, TargetPlan } from '../../engine/plan/plan.js';
import {
  configOfFlags,
  hasTargetFlags,
  inFlagWords,
  type TargetFlags,
  wordsOfFlags,
} from './flag-target.js';

/** The options that say what is tested. */
export interface TargetOptions extends TargetFlags, LimitFlags {
  shard?: RunPlan['shard'];
  config?: string;
  /** Names of the targets; all without any. */
  target?: string[];
  /** Patterns of checks that targets in production are put to. */
  allowProduction?: string[];
  /** Nothing is to be sent. */
  dryRun?: boolean;
}

/** The targets of a run, and the words that name their source in a replay. */
export interface TargetPlans {
  targets: TargetPlan[];
  words: string[];
  /** The config, as a path from the folder; absent when flags gave the target. */
  configFile?: string;
  /** The names of all its targets, chosen or not; absent without a config. */
  names?: string[];
  /** Those of them that were not chosen. */
  leftOut: string[];
  /** The checks that there are: the shipped ones, and those of the config's own suites. */
  suites: Suites;
}

/** For a dry run nothing is asked for secrets. */
async function planned(
  loaded: LoadedConfig,
  { dryRun: placeholders = false, ...options }: TargetOptions,
  catalogue: Catalogue,
): Promise<TargetPlan[]> {
  const ready = placeholders ? loaded : await fetchSecrets(loaded, options.target);
  return planAll(ready, { ...options, placeholders }, catalogue);
}

/**
 * The targets that the user asks for, from a config or from flags alone.
 *
 * @throws InputProblem when either is invalid, or when both are given.
 */
export async function planTargets(options: TargetOptions, folder: string): Promise<TargetPlans> {
  const { config } = options;
  if (!hasTargetFlags(options)) {
    const words = config === undefined ? [] : ['--config', config];
    const loaded = await loadConfig(config, folder);
    const configFile = relative(folder, resolve(folder, loaded.file));
    const names = loaded.config.targets.flatMap(namesOf);
    const suites = await suitesFor(loaded);
    const targets = await planned(loaded, options, suites.catalogue);
    const leftOut = targetsLeftOut(loaded, options.target);
    return { targets, words, configFile, names, leftOut, suites };
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
  return { targets, words: wordsOfFlags(options), leftOut: [], suites: shippedSuites() };
}
