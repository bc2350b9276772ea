import type { ControlFinding, TargetResult } from '../../schemas/generated/result.js';

/** True for a control on which checks can rest. */
export function isSound({ outcome, unreadable }: ControlFinding): boolean {
  return outcome === 'accepted' && !unreadable;
}

/**
 * The controls that hold up a part of the checks, with their services: those that were not accepted, or can't be read,
 * though the first one was. If the first one wasn't either, it has to be fixed before them.
 */
export function furtherControls({
  control,
  controls = {},
}: Pick<TargetResult, 'control' | 'controls'>): [service: string, finding: ControlFinding][] {
  return isSound(control) ? Object.entries(controls).filter(([, each]) => !isSound(each)) : [];
}

/** Every control that was not accepted or can't be read, with its service; the first one without, because it holds up everything. */
export function refusedControls(
  target: Pick<TargetResult, 'control' | 'controls'>,
): [service: string | undefined, finding: ControlFinding][] {
  return isSound(target.control) ? furtherControls(target) : [[undefined, target.control]];
}
