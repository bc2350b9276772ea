import type { ControlFinding, TargetResult } from '../../schemas/generated/result.js';

/**
 * The controls that hold a part of the checks back, with their services: those that were not accepted
 * though the first one was. Where the first wasn't either, it is what has to be mended before.
 */
export function furtherControls({
  control,
  controls = {},
}: Pick<TargetResult, 'control' | 'controls'>): [service: string, finding: ControlFinding][] {
  return control.outcome === 'accepted'
    ? Object.entries(controls).filter(([, { outcome }]) => outcome !== 'accepted')
    : [];
}

/** Every control that was not accepted, with its service; the first one without, since nothing could be tested then. */
export function refusedControls(
  target: Pick<TargetResult, 'control' | 'controls'>,
): [service: string | undefined, finding: ControlFinding][] {
  return target.control.outcome === 'accepted'
    ? furtherControls(target)
    : [[undefined, target.control]];
}
