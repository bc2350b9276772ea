import type { CheckResult, TargetResult } from '../../schemas/generated/result.js';
import { loadCatalogue } from '../../src/engine/catalogue.js';
import { run } from '../../src/engine/run.js';
import { type AnyFault, faults } from '../../src/sandbox/faults/index.js';
import { planOf, startSandboxTarget } from '../support/sandbox-target.js';

/** Targets in one run: each keeps its connections open until the run ends. */
const atOnce = 20;

/**
 * Where the document is written properties have all their runs, and the other services are run too; every
 * other test run has half of the runs, of the fault's own service alone.
 */
export const halved = process.env['WRITE_PROOF'] !== '1';
/** Faults that show so seldom that half of the runs may miss them. */
const seldom = new Set(['second-seven-refused', 'two-plus-signs-refused', 'stumbles-once']);

/** What the suites found of one fault. */
export interface Proof {
  fault: AnyFault;
  target: TargetResult;
  /** Ids of the failed checks, sorted. */
  failed: string[];
}

/**
 * Runs all checks against a sandbox for each fault: a fault is just another target. Those of the fault's
 * own service run at standard depth; where the document is written, and where a fault needs a wait, those of
 * the other services too, at quick depth: they speak to parts of the sandbox that the fault doesn't change.
 */
export async function proveFaults(chosen: readonly AnyFault[] = faults): Promise<Proof[]> {
  const proofs: Proof[] = [];
  const serviceOf = ({ service = 'token-b2b' }: AnyFault) => service;
  for (const service of new Set(chosen.map(serviceOf))) {
    for (const slow of [false, true]) {
      const own = chosen.filter(
        (fault) => serviceOf(fault) === service && (fault.slow ?? false) === slow,
      );
      for (let from = 0; from < own.length; from += atOnce)
        proofs.push(...(await proveBatch(own.slice(from, from + atOnce), service, slow)));
    }
  }
  return proofs;
}

async function proveBatch(
  batch: readonly AnyFault[],
  service: string,
  slow: boolean,
): Promise<Proof[]> {
  const started = await Promise.all(batch.map((fault) => startFaulty(fault)));
  const targets = started.map(({ target }, index) =>
    halved && !seldom.has(batch[index]?.name ?? '') ? { ...target, runs: 10 } : target,
  );
  const own = [`${service}/*/*`];
  const { result } = await run(planOf(targets, { only: own, slow }));
  const others =
    halved && !slow
      ? []
      : (await run(planOf(targets, { skip: own, depth: 'quick', slow }))).result.targets;
  await Promise.all(started.map(({ sandbox }) => sandbox.close()));
  const order = [...loadCatalogue().keys()];
  return batch.flatMap((fault, index): Proof[] => {
    const target = result.targets[index];
    if (!target) return [];
    const checks = [...target.checks, ...(others[index]?.checks ?? [])].sort(
      (a, b) => order.indexOf(a.id) - order.indexOf(b.id),
    );
    const elsewhere = others[index]?.verdict;
    const verdict = elsewhere === 'non-conformant' ? elsewhere : target.verdict;
    const all = { ...target, checks, verdict };
    return [{ fault, target: all, failed: idsOf(all, 'failed') }];
  });
}

function startFaulty(fault: AnyFault) {
  return startSandboxTarget(fault.name, {
    faults: [fault.name],
    overrides: fault.overrides,
    tls: fault.tls !== undefined,
    ...(fault.service === 'transaction' && {
      transaction: fault.call ?? true,
      prefix: fault.prefix,
    }),
    customer:
      fault.service === 'token-b2b2c' || (fault.service === 'transaction' && fault.customer),
    ...(fault.profile !== undefined && { profile: fault.profile }),
  });
}

/** Ids of a target's checks with one outcome, sorted. */
export function idsOf(target: TargetResult, outcome: CheckResult['outcome']): string[] {
  return target.checks
    .filter((check) => check.outcome === outcome)
    .map((check) => check.id)
    .sort();
}
