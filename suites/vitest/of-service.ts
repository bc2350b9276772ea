import type { Depth } from '../../schemas/generated/result.js';
import { InputProblem } from '../../src/engine/input/input-problem.js';
import type { ServiceId } from '../../src/protocol/services.js';
import { conformance } from '../../src/vitest/conformance.js';

/**
 * For whoever works on a check: `SNAP_CONFIG=FILE npx vitest --project suites` runs the checks of one service
 * against the targets of a config. SNAP_SEED and SNAP_DEPTH are the options of `run`.
 *
 * @throws InputProblem when no config is named
 */
export async function conformanceOfService(service: ServiceId): Promise<void> {
  const { SNAP_CONFIG, SNAP_SEED = '42', SNAP_DEPTH = 'standard' } = process.env;
  if (SNAP_CONFIG === undefined)
    throw new InputProblem('config-not-found', 'the suites need a target', {
      remedy:
        'Set SNAP_CONFIG to a config file; `snap-conformance serve` starts a sandbox and writes one.',
    });
  await conformance(SNAP_CONFIG, {
    only: [`${service}/*`],
    seed: Number(SNAP_SEED),
    depth: SNAP_DEPTH as Depth,
    tags: true,
  });
}
