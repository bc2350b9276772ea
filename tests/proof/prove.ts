import type { CheckResult, TargetResult } from '../../schemas/generated/result.js';
import { run } from '../../src/engine/run.js';
import { type Fault, faults } from '../../src/sandbox/faults/index.js';
import { planOf, startSandboxTarget } from '../support/sandbox-target.js';

/** Targets in one run: each keeps its connections open until the run ends. */
const atOnce = 20;

/** What the suites found of one fault. */
export interface Proof {
  fault: Fault;
  target: TargetResult;
  /** Ids of the failed checks, sorted. */
  failed: string[];
}

/** Runs all checks against a sandbox for each fault: a fault is just another target. */
export async function proveFaults(chosen: readonly Fault[] = faults): Promise<Proof[]> {
  const proofs: Proof[] = [];
  for (let from = 0; from < chosen.length; from += atOnce) {
    const batch = chosen.slice(from, from + atOnce);
    const started = await Promise.all(
      batch.map((fault) =>
        startSandboxTarget(fault.name, {
          faults: [fault.name],
          overrides: fault.overrides,
          tls: fault.tls !== undefined,
          ...(fault.profile !== undefined && { profile: fault.profile }),
        }),
      ),
    );
    const { result } = await run(planOf(started.map(({ target }) => target)));
    await Promise.all(started.map(({ sandbox }) => sandbox.close()));
    result.targets.forEach((target, index) => {
      const fault = batch[index];
      if (fault) proofs.push({ fault, target, failed: idsOf(target, 'failed') });
    });
  }
  return proofs;
}

/** Ids of a target's checks with one outcome, sorted. */
export function idsOf(target: TargetResult, outcome: CheckResult['outcome']): string[] {
  return target.checks
    .filter((check) => check.outcome === outcome)
    .map((check) => check.id)
    .sort();
}
