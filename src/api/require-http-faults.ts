import { InputProblem } from '../engine/input/input-problem.js';
import type { AnyFault } from '../sandbox/faults/fault.js';

/** Why a started sandbox, which speaks plain HTTP, can't show a fault of the connection. */
export const overHttpsAlone =
  'needs HTTPS, which a started sandbox does not speak; docs/proof.md shows it';

/** @throws InputProblem for a fault that would do nothing while the sandbox speaks plain HTTP. */
export function requireHttpFaults(chosen: readonly AnyFault[]): void {
  const unfit = chosen.filter(({ tls }) => tls !== undefined);
  if (unfit.length === 0) return;
  throw InputProblem.all(
    unfit.map(({ name }) => ({
      code: 'fault-needs-https',
      what: `the fault ${name} ${overHttpsAlone}`,
    })),
  );
}
