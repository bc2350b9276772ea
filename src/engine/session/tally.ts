import type { Message } from '../../messages/message.js';
import type { Place } from '../evidence/place.js';
import { byPlace } from '../evidence/place.js';
import type { Plainness } from './plainness.js';

/** A message of the run that breaks a requirement. */
export interface Violation<E> {
  message: Message;
  evidence: E;
  plainness: Plainness;
}

/** What was seen of one requirement over all messages of a run: counts, and the plainest example. */
export interface Count<E> {
  judged: number;
  violations: number;
  plainest?: Violation<E>;
}

/**
 * Judges messages as they come and keeps counts and one example, so that memory stays flat however
 * many messages a run sees.
 */
export class Tally<E extends { place: Place }> {
  readonly #counts = new Map<string, Count<E>>();

  /** Counts one message that was judged; `violation` if it broke the requirement. */
  add(id: string, violation?: Violation<E>): void {
    const count = this.#counts.get(id) ?? { judged: 0, violations: 0 };
    count.judged += 1;
    if (violation) {
      count.violations += 1;
      if (!count.plainest || isBetter(violation, count.plainest)) count.plainest = violation;
    }
    this.#counts.set(id, count);
  }

  of(id: string): Count<E> {
    return this.#counts.get(id) ?? { judged: 0, violations: 0 };
  }
}

/** Of examples that are equally plain the earlier in the run, so that it is the same one whatever came back first. */
function isBetter<E extends { place: Place }>(a: Violation<E>, b: Violation<E>): boolean {
  const order =
    a.plainness.kind - b.plainness.kind ||
    a.plainness.size - b.plainness.size ||
    byPlace(a.evidence.place, b.evidence.place);
  return order < 0;
}
