import type { ControlFinding, TargetResult } from '../../schemas/generated/result.js';

/**
 * The controls that hold up a part of the checks, with their services: those that were not accepted though the first
 * one was. If the first one wasn't either, it has to be fixed before them.
 */
export function furtherControls({
  control,
  controls = {},
}: Pick<TargetResult, 'control' | 'controls'>): [service: string, finding: ControlFinding][] {
  return control.outcome === 'accepted'
    ? Object.entries(controls).filter(([, { outcome }]) => outcome !== 'accepted')
    : [];
}

/** Every control that was not accepted, with its service; the first one without, because it holds up everything. */
export function refusedControls(
  target: Pick<TargetResult, 'control' | 'controls'>,
): [service: string | undefined, finding: ControlFinding][] {
  return target.control.outcome === 'accepted'
    ? furtherControls(target)
    : [[undefined, target.control]];
}
