import type { AnyFault } from '../../src/sandbox/faults/index.js';
import { type SandboxTarget, startSandboxTarget } from '../support/sandbox-target.js';

/** Starts a sandbox with one fault, as a target whose config asks for whatever the fault shows in. */
export function startFaulty(fault: AnyFault): Promise<SandboxTarget> {
  return startSandboxTarget(fault.name, {
    faults: [fault.name],
    overrides: fault.overrides,
    tls: fault.tls !== undefined,
    ...(fault.merchant && { role: 'merchant' as const }),
    ...(fault.service === 'transaction' && {
      transaction: fault.call ?? true,
      prefix: fault.prefix,
    }),
    customer:
      fault.service === 'token-b2b2c' || (fault.service === 'transaction' && fault.customer),
    ...(fault.profile !== undefined && { profile: fault.profile }),
  });
}
