import type { Config } from '../../schemas/generated/config.js';
import { seedOfRun } from '../engine/catalogue/seed-of-run.js';
import { configOf, loadConfig } from '../engine/config/config.js';
import { planAll } from '../engine/config/plan-all.js';
import { fetchSecrets } from '../engine/config/secrets/fetch-secrets.js';
import { targetsLeftOut } from '../engine/config/targets-left-out.js';
import type { RunPlan } from '../engine/plan/plan.js';
import { askedAgain } from '../engine/run/replay.js';
import type { RunOptions } from './run-options.js';
import { suitesFor } from './suites-for.js';

/**
 * The plan of a run of a config.
 *
 * @throws InputProblem when the config or an option is invalid.
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
    targets: planAll(
      await fetchSecrets(loaded, targets),
      { ...options, target: targets },
      suites.catalogue,
    ),
    ...seedOfRun(options.seed, suites.catalogue),
    targetsLeftOut: targetsLeftOut(loaded, targets),
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
