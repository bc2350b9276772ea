import { seedOfRun } from '../../engine/catalogue/seed-of-run.js';
import type { Suites } from '../../engine/checks/suites.js';
import type { RunPlan, TargetPlan } from '../../engine/plan/plan.js';
import { askedAgain } from '../../engine/run/replay.js';
import { requireFitting } from '../list/choice.js';
import type { RunFlags } from './run-options.js';

/**
 * The plan that the options ask for.
 *
 * @param words The command, up to what names the targets.
 * @throws InputProblem for an `--allow-production` that matches no check.
 */
export function planRun(
  flags: RunFlags,
  suites: Suites,
  targets: TargetPlan[],
  words: readonly string[],
): RunPlan {
  requireFitting(suites.catalogue, '--allow-production', flags.allowProduction ?? []);
  return {
    suites,
    targets,
    ...seedOfRun(flags.seed, suites.catalogue),
    depth: flags.depth,
    only: flags.only ?? [],
    skip: flags.skip ?? [],
    ...(flags.shard && { shard: flags.shard }),
    ...(flags.slow && { slow: flags.slow }),
    replay: [...words, ...askedAgain(flags)],
  };
}
