import type { TestProject } from 'vitest/node';
import { loadConfig } from '../src/engine/config/config.js';
import { planTarget } from '../src/engine/config/plan-target.js';
import { InputProblem } from '../src/engine/input/input-problem.js';

/**
 * For whoever works on a check: `SNAP_CONFIG=FILE vitest --project suites` runs the suites against the
 * targets of a config, with vitest's own reporter. SNAP_SEED and SNAP_DEPTH are the options of `run`.
 */
export default async function setup(project: TestProject): Promise<void> {
  const { SNAP_CONFIG, SNAP_SEED = '42', SNAP_DEPTH = 'standard' } = process.env;
  if (SNAP_CONFIG === undefined) {
    throw new InputProblem('variable-unset', 'the suites need a target', {
      remedy:
        'Set SNAP_CONFIG to a config file; `snap-conformance serve` starts a sandbox and writes one.',
    });
  }
  const loaded = await loadConfig(SNAP_CONFIG, process.cwd());
  project.provide('snapPlan', {
    targets: loaded.config.targets.map((_, index) => planTarget(loaded, index)),
    seed: Number(SNAP_SEED),
    depth: SNAP_DEPTH as 'standard',
    only: [],
    skip: [],
    dryRun: false,
    replay: ['snap-conformance', 'run', '--config', SNAP_CONFIG],
  });
}
