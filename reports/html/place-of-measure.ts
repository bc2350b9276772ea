import type { TargetResult } from '../../schemas/generated/result.js';
import { controlsOf } from './evidence.js';
import type { View } from './view.js';

/** The service whose measurements have no prefix. */
const plainService = 'token-b2b';

/**
 * The part of a target's details in which a measurement of its dialect is seen: the check that judges the answers to a
 * class of faults, the area of timestamps, or the controls, whose answers show all else. All checks if there is none.
 */
export function placeOfMeasure(view: View, target: TargetResult, name: string): string {
  const [, service = plainService, what = name] = /^([a-z0-9-]+): (.*)$/.exec(name) ?? [];
  const [, faultClass] = /^answer to ([a-z-]+)$/.exec(what) ?? [];
  const judge = `${service}/errors/${faultClass}`;
  if (target.checks.some(({ id }) => id === judge)) return judge;
  const area = `${service}/timestamp`;
  const isOfArea =
    /timestamp/.test(what) && target.checks.some(({ id }) => id.startsWith(`${area}/`));
  if (isOfArea) return area;
  return controlsOf(view, target).length > 0 ? 'control' : 'checks';
}
