import type { CheckResult } from '../../schemas/generated/result.js';
import { type ShownOutcome, shownOutcome } from './shown-outcome.js';

/** `<service>/<area>` of a check id. */
export function areaOf(id: string): string {
  return id.split('/').slice(0, 2).join('/');
}

/** The checks that are shown with one outcome, in their order. */
export function shownAs(checks: readonly CheckResult[], outcome: ShownOutcome): CheckResult[] {
  return checks.filter((check) => shownOutcome(check) === outcome);
}

/** The checks by area, areas in the order in which they first appear. */
export function byArea(checks: readonly CheckResult[]): Map<string, CheckResult[]> {
  return grouped(checks, (check) => areaOf(check.id));
}

/** The checks by their message, without its full stop; the commonest message first. */
export function byReason(checks: readonly CheckResult[]): Map<string, CheckResult[]> {
  return commonestFirst(grouped(checks, reasonOf));
}

/**
 * As {@link byReason}, by the part of the message before a colon: the reason, without what it kept from being tested.
 */
export function byShortReason(checks: readonly CheckResult[]): Map<string, CheckResult[]> {
  return commonestFirst(grouped(checks, shortReasonOf));
}

/** The message of a check, without its full stop. */
export function reasonOf({ message }: Pick<CheckResult, 'message'>): string {
  return message.trim().replace(/\.$/, '');
}

/** The part of it before a colon. */
export function shortReasonOf(check: Pick<CheckResult, 'message'>): string {
  return reasonOf(check).replace(/:\s.*$/s, '');
}

function commonestFirst<T>(groups: Map<string, T[]>): Map<string, T[]> {
  return new Map([...groups].sort(([, one], [, other]) => other.length - one.length));
}

/** Things by a key, keys in the order in which they first appear. */
export function grouped<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}
