import fc from 'fast-check';

/** Values looked at before an arbitrary is given up: a few first, which mostly do. */
const tries = [8, 300];

/**
 * The values of an arbitrary that hold; undefined if none of a fixed sample does, since a filter that
 * lets nothing pass would look for ever.
 */
export function satisfiable<T>(
  arbitrary: fc.Arbitrary<T>,
  holds: (value: T) => boolean,
): fc.Arbitrary<T> | undefined {
  const found = tries.some((numRuns) => fc.sample(arbitrary, { seed: 1, numRuns }).some(holds));
  return found ? arbitrary.filter(holds) : undefined;
}

/** Any of the arbitraries that there are; undefined if there is none. */
export function anyOneOf<T>(
  arbitraries: readonly (fc.Arbitrary<T> | undefined)[],
): fc.Arbitrary<T> | undefined {
  const there = arbitraries.filter((one) => one !== undefined);
  return there.length === 0 ? undefined : fc.oneof(...there);
}
