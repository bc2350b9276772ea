import fc from 'fast-check';
import type { Message, Text } from '../../messages/message.js';
import { atOnce } from './at-once.js';

/** What one run of a property showed; `silent` when the target left it waiting, so that asking for less is no use. */
export type Held =
  | { kind: 'held' }
  | { kind: 'violated'; message: Text; silent?: boolean }
  | { kind: 'no-answer'; message: Message; silent?: boolean };

/** How a value is tried. */
export interface Probes<T> {
  /** One of those that the property is run with. */
  sampled(value: T): Promise<Held>;
  /** A smaller one than what failed; undefined when no more may be sent for that. */
  smaller(value: T): Promise<Held | undefined>;
}

/** What a property came to: how many runs, and the smallest counterexample if there is one. */
export interface PropertyOutcome<T> {
  runs: number;
  violation?: { value: T; path: string; message: Text };
  /** Runs without an answer to judge. */
  unanswered: number;
  unansweredMessage?: Message;
}

/** How a property is run. */
export interface PropertyOptions<T> {
  seed: number;
  /** What the first runs try, whatever the seed; more than there are runs are left out. */
  examples: readonly T[];
  /** The examples among them. */
  runs: number;
  /** Runs under way at once. */
  concurrency: number;
}

/**
 * Runs a property concurrently. The examples come first, then values sampled with the seed; they are tried
 * `concurrency` at a time. The lowest failing index is replayed and shrunk from its path, one candidate after the
 * other, so that the counterexample is the one that fast-check itself finds for the same examples and seed, whoever
 * answers fast or slowly.
 *
 * @throws What a probe throws, the first of it, once the probes under way have ended.
 */
export async function runProperty<T>(
  arbitrary: fc.Arbitrary<T>,
  { sampled, smaller }: Probes<T>,
  { seed, examples, runs, concurrency }: PropertyOptions<T>,
): Promise<PropertyOutcome<T>> {
  const values = fc.sample(arbitrary, { seed, examples: [...examples], numRuns: runs });
  const { results, failing } = await probeAll(values, sampled, concurrency);
  const unanswered = results.filter((held) => held?.kind === 'no-answer');
  const outcome: PropertyOutcome<T> = {
    runs: results.filter((held) => held !== undefined).length,
    unanswered: unanswered.length,
    ...(unanswered[0]?.kind === 'no-answer' && { unansweredMessage: unanswered[0].message }),
  };
  const held = failing === undefined ? undefined : results[failing];
  if (failing === undefined || held?.kind !== 'violated') return outcome;
  const first = { value: values[failing] as T, path: String(failing), message: held.message };
  const violation = held.silent
    ? first
    : await shrink(arbitrary, smaller, first, { seed, examples });
  return { ...outcome, violation };
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

/**
 * Replays from the path and shrinks, until nothing more may be sent or the target falls silent; a target that no
 * longer fails leaves the value as it was found.
 */
async function shrink<T>(
  arbitrary: fc.Arbitrary<T>,
  probe: Probes<T>['smaller'],
  first: { value: T; path: string; message: Text },
  { seed, examples }: Pick<PropertyOptions<T>, 'seed' | 'examples'>,
): Promise<{ value: T; path: string; message: Text }> {
  let { message } = first;
  let ended = false;
  let thrown: { error: unknown } | undefined;
  const property = fc.asyncProperty(arbitrary, async (value) => {
    if (ended) return true;
    try {
      const held = await probe(value);
      ended = held === undefined || (held.kind !== 'held' && held.silent === true);
      if (held?.kind !== 'violated') return true;
      ({ message } = held);
      return false;
    } catch (error) {
      // To fast-check, whatever is thrown would be one more failure to shrink.
      thrown = { error };
      ended = true;
      return true;
    }
  });
  const { failed, counterexample, counterexamplePath } = await fc.check(property, {
    seed,
    // A path counts the examples too.
    examples: examples.map((value): [T] => [value]),
    path: first.path,
    numRuns: 1,
  });
  if (thrown) throw thrown.error;
  if (!failed || !counterexample || counterexamplePath === null) return first;
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
