import fc from 'fast-check';
import type { Message, Text } from '../../messages/message.js';
import { atOnce } from './at-once.js';
import { lookAhead } from './look-ahead.js';

/** What one run of a property showed. */
export type Held =
  | { kind: 'held' }
  | { kind: 'violated'; message: Text }
  | { kind: 'no-answer'; message: Message };

/** An input that breaks a property, and the path by which fast-check comes to it; a classic has none. */
interface Violation<T> {
  value: T;
  path?: string;
  message: Text;
}

/** What a property came to: how many runs, and the smallest counterexample if there is one. */
export interface PropertyOutcome<T> {
  runs: number;
  violation?: Violation<T>;
  /** Runs without an answer to judge. */
  unanswered: number;
  unansweredMessage?: Message;
}

/** How a property is run. */
export interface PropertyOptions<T> {
  seed: number;
  /** As many at least as there are classics. */
  runs: number;
  /** Inputs that come first, whatever the seed. */
  classics?: readonly T[];
  /** Runs under way at once. */
  concurrency: number;
  /** Shrinking stops after so long, with the smallest found by then. */
  shrinkTimeMs: number;
}

/**
 * Runs a property concurrently. Values are sampled with the seed and tried `concurrency` at a time; the
 * lowest failing index is replayed and shrunk from its path, so that the counterexample is the one that
 * fast-check itself, one at a time, finds for the same seed.
 *
 * @throws What a probe throws, the first of it, once the probes under way have ended.
 */
export async function runProperty<T>(
  arbitrary: fc.Arbitrary<T>,
  probe: (value: T) => Promise<Held>,
  options: PropertyOptions<T>,
): Promise<PropertyOutcome<T>> {
  const { seed, runs, classics = [] } = options;
  const drawn = Math.max(0, runs - classics.length);
  const values = [...classics, ...fc.sample(arbitrary, { seed, numRuns: drawn })];
  const { results, failing } = await probeAll(values, probe, options.concurrency);
  const unanswered = results.filter((held) => held?.kind === 'no-answer');
  const outcome: PropertyOutcome<T> = {
    runs: results.filter((held) => held !== undefined).length,
    unanswered: unanswered.length,
    ...(unanswered[0]?.kind === 'no-answer' && { unansweredMessage: unanswered[0].message }),
  };
  const held = failing === undefined ? undefined : results[failing];
  if (failing === undefined || held?.kind !== 'violated') return outcome;
  const { message } = held;
  const value = values[failing] as T;
  if (failing < classics.length) return { ...outcome, violation: { value, message } };
  const first = { value, path: String(failing - classics.length), message };
  return { ...outcome, violation: await shrink(arbitrary, probe, first, options) };
}

/** Probes values in order, some at once; starts none beyond the lowest failing index. */
async function probeAll<T>(
  values: readonly T[],
  probe: (value: T) => Promise<Held>,
  concurrency: number,
): Promise<{ results: (Held | undefined)[]; failing: number | undefined }> {
  const results: (Held | undefined)[] = new Array(values.length).fill(undefined);
  let failing: number | undefined;
  await atOnce(
    values.length,
    concurrency,
    async (index) => {
      const held = await probe(values[index] as T);
      results[index] = held;
      if (held.kind === 'violated' && (failing === undefined || index < failing)) failing = index;
    },
    (index) => failing === undefined || index < failing,
  );
  return { results, failing };
}

/** Replays from the path and shrinks; a target that no longer fails leaves the value as it was found. */
async function shrink<T>(
  arbitrary: fc.Arbitrary<T>,
  probe: (value: T) => Promise<Held>,
  first: Violation<T> & { path: string },
  { seed, concurrency, shrinkTimeMs }: PropertyOptions<T>,
): Promise<Violation<T>> {
  const { property, heldOf, ended } = lookAhead(arbitrary, probe, concurrency);
  const details = await fc
    .check(property, {
      seed,
      path: first.path,
      numRuns: 1,
      interruptAfterTimeLimit: shrinkTimeMs,
      markInterruptAsFailure: false,
    })
    .finally(ended);
  const { counterexample, counterexamplePath } = details;
  if (!details.failed || !counterexample || counterexamplePath === null) return first;
  const held = heldOf(counterexample);
  const message = held?.kind === 'violated' ? held.message : first.message;
  return { value: counterexample[0], path: counterexamplePath, message };
}

/** A seed of its own for each check, so that a check run alone meets the same inputs as in a whole run. */
export function seedFor(seed: number, id: string): number {
  // FNV-1a: small, stable across platforms and versions.
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  }
  return hash | 0;
}
