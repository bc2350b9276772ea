import type { CheckResult, TargetResult } from '../../schemas/generated/result.js';
import { shippedCatalogue } from '../../src/engine/catalogue/catalogue.js';
import { verdictOf } from '../../src/engine/run/result/verdict.js';
import { run } from '../../src/engine/run/run.js';
import { type AnyFault, faults } from '../../src/sandbox/faults/index.js';
import { planOf } from '../support/sandbox-target.js';
import { startFaulty } from './start-faulty.js';

/** Targets in one run: each keeps its connections open until the run ends. */
const atOnce = 20;

/** In a test run, each fault meets one in three of the other areas' checks. */
const share = 3;

/** When the document is written, everything runs at standard depth; other test runs save where they can. */
export const whole = process.env['WRITE_PROOF'] === '1';

/** What the suites found about one fault. */
export interface Proof {
  fault: AnyFault;
  target: TargetResult;
  /** Ids of the failed checks, sorted. */
  failed: string[];
}

/**
 * Faults that show in some requests only, or in the answers to other checks' probes: all checks of their
 * service run at standard depth.
 */
export const seldom: ReadonlySet<string> = new Set([
  ...['second-seven-refused', 'two-plus-signs-refused', 'stumbles-once'],
  ...['every-twentieth-refusal-fails', 'expiry-type-changes-later', 'missing-member-unnamed'],
  ...['', 'b2b2c-', 'transaction-'].flatMap((service) => [
    `${service}impossible-date-breaks-it`,
    `${service}invented-case`,
    `${service}every-twelfth-grant-fails`,
  ]),
]);

/**
 * Runs all checks against a sandbox for each fault: a fault is just another target. The checks that it
 * should trip run at standard depth. When the document is written, so do all others of its service; those of
 * the other services, which speak to parts of the sandbox that the fault doesn't change, run at quick depth.
 * In other test runs, the rest of the areas that it trips and a third of the service's other checks run at
 * quick depth.
 */
export async function proveFaults(chosen: readonly AnyFault[] = faults): Promise<Proof[]> {
  const proofs: Proof[] = [];
  for (const slow of [false, true]) {
    const alike = chosen.filter((fault) => (fault.slow ?? false) === slow);
    for (let from = 0; from < alike.length; from += atOnce)
      proofs.push(...(await proveBatch(alike.slice(from, from + atOnce), slow)));
  }
  return proofs;
}

async function proveBatch(batch: readonly AnyFault[], slow: boolean): Promise<Proof[]> {
  const started = await Promise.all(batch.map((fault) => startFaulty(fault)));
  const runOf = async (part: (fault: AnyFault) => string[], depth: 'standard' | 'quick') => {
    const targets = started.flatMap(({ target }, index) => {
      const only = part(batch[index] as AnyFault);
      return only.length > 0 ? [{ ...target, only }] : [];
    });
    if (targets.length === 0) return [];
    return (await run(planOf(targets, { depth, slow }))).targets;
  };
  const results = [...(await runOf(deep, 'standard')), ...(await runOf(shallow, 'quick'))];
  await Promise.all(started.map(({ sandbox }) => sandbox.close()));
  return batch.flatMap((fault): Proof[] => {
    const target = mergeOf(results.filter(({ name }) => name === fault.name));
    return target ? [{ fault, target, failed: idsOf(target, 'failed') }] : [];
  });
}

/** The ids that run at standard depth. */
function deep(fault: AnyFault): string[] {
  return whole || fault.slow || seldom.has(fault.name) ? ofService(fault) : [...fault.trips];
}

function shallow(fault: AnyFault): string[] {
  const done = deep(fault);
  const all = whole || fault.slow ? [...shippedCatalogue().keys()] : sampled(fault);
  return all.filter((id) => !done.includes(id));
}

/** The checks of the areas that a fault trips, and every third of the service's others, each fault another third. */
function sampled(fault: AnyFault): string[] {
  const areas = new Set(fault.trips.map(areaOf));
  const position = faults.findIndex(({ name }) => name === fault.name);
  return ofService(fault).filter(
    (id, index) => areas.has(areaOf(id)) || index % share === position % share,
  );
}

function areaOf(id: string): string | undefined {
  return shippedCatalogue().get(id)?.area;
}

/** The checks that run against a fault, in the catalogue's order. */
export function checksFor(fault: AnyFault): string[] {
  const chosen = new Set([...deep(fault), ...shallow(fault)]);
  return [...shippedCatalogue().keys()].filter((id) => chosen.has(id));
}

function ofService({ service }: AnyFault): string[] {
  return [...shippedCatalogue().keys()].filter((id) => id.startsWith(`${service}/`));
}

/** One target's results of several runs, as if they had been one. */
function mergeOf([first, ...more]: readonly TargetResult[]): TargetResult | undefined {
  if (!first) return undefined;
  const order = [...shippedCatalogue().keys()];
  const checks = [first, ...more]
    .flatMap((target) => target.checks)
    .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  const sum = (of: (stats: TargetResult['stats']) => number) =>
    [first, ...more].reduce((total, { stats }) => total + of(stats), 0);
  const stats = {
    requests: sum(({ requests }) => requests),
    durationMs: sum(({ durationMs }) => durationMs),
  };
  // By the controls of the first part alone: another service may have none for lack of a config, which says nothing
  // about this fault. A part in which nothing passed says as little.
  const { basis: _, ...grounds } = first;
  return { ...first, checks, stats, verdict: verdictOf(checks, grounds, false) };
}

/** Ids of a target's checks with one outcome, sorted. */
export function idsOf(target: TargetResult, outcome: CheckResult['outcome']): string[] {
  return target.checks
    .filter((check) => check.outcome === outcome)
    .map((check) => check.id)
    .sort();
}
