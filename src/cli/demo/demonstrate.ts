import type { Config } from '../../../schemas/generated/config.js';
import { freshClients, startConfiguredSandbox } from '../../api/configured-sandbox.js';
import { shippedSuites } from '../../api/shipped-suites.js';
import { planAll } from '../../engine/config/plan-all.js';
import { carryOut } from '../run/carry-out.js';
import { planRun } from '../run/plan-run.js';
import type { RunFlags } from '../run/run-options.js';
import { exitStatus } from '../shared/exit-status.js';
import { faultsNamed } from '../shared/fault-names.js';

/** The profiles that the demo shows. */
export const demoProfiles = ['snap-bi', 'doku', 'ayolinx'];

const next = `
What a failure looks like:
  snap-conformance demo --fault takes-epoch`;

/**
 * Starts a sandbox for each profile of the demo, and runs the suite against them.
 *
 * @returns the exit status
 */
export async function demonstrate(flags: RunFlags & { fault?: string[] }): Promise<number> {
  const { fault = [] } = flags;
  const faults = faultsNamed(fault);
  const clients = await freshClients();
  const started = await Promise.all(
    demoProfiles.map((profile) =>
      startConfiguredSandbox({ name: profile, profile, clients, faults }),
    ),
  );
  try {
    const config = { targets: started.map(({ target }) => target) } as Config;
    const targets = planAll({ file: 'the demo', folder: process.cwd(), config }, flags);
    const words = fault.flatMap((name) => ['--fault', name]);
    const plan = planRun(flags, shippedSuites(), targets, ['snap-conformance', 'demo', ...words]);
    const status = await carryOut(plan, flags);
    if (status === exitStatus.conformant && !flags.quiet && !flags.dryRun) console.log(next);
    return status;
  } finally {
    await Promise.all(started.map(({ sandbox }) => sandbox.close()));
  }
}
