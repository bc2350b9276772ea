import { type Mistake, type Option, rarityOf } from '../mistake.js';

/** One mistake in one aspect of a value: in the zone of a timestamp, in the query of a path. */
export interface Change<T> {
  mistakes: readonly Mistake[];
  /** @returns undefined if the mistake makes no difference, or can't be made, here */
  apply: (value: T) => T | undefined;
  /** Too many of its kind to be tried with others. */
  alone?: boolean;
}

/**
 * The texts that up to two mistakes make of a value, each in another aspect of it: the fewest mistakes first, then the
 * common ones. A text that comes twice is the work of the first.
 *
 * @param axes the mistakes by aspect
 * @param write the text of a value
 * @param most how many mistakes are made at once
 */
export function changed<T>(
  right: T,
  axes: readonly (readonly Change<T>[])[],
  write: (value: T) => string,
  most: 1 | 2 = 2,
): Option<string>[] {
  const single: { axis: number; mistakes: readonly Mistake[]; value: T; alone: boolean }[] = [];
  axes.forEach((changes, axis) => {
    for (const { mistakes, apply, alone } of changes) {
      const value = apply(right);
      if (value !== undefined) single.push({ axis, mistakes, value, alone: alone ?? false });
    }
  });
  const double = (most === 1 ? [] : single).flatMap(({ axis, mistakes, value, alone }) =>
    (alone ? [] : axes.slice(axis + 1)).flatMap((changes) =>
      changes.flatMap((change) => {
        const twice = change.alone ? undefined : change.apply(value);
        return twice === undefined
          ? []
          : [{ mistakes: [...mistakes, ...change.mistakes], value: twice }];
      }),
    ),
  );
  const options = [...single, ...double].map(({ mistakes, value }) => ({
    mistakes,
    value: write(value),
  }));
  return distinct(options, [write(right)]);
}

/**
 * Options in the order of the search. Of those that make the same text by one mistake all are kept, so that each can be
 * named; more mistakes than that are for texts that no single one makes.
 */
export function distinct(
  options: readonly Option<string>[],
  right: readonly string[] = [],
): Option<string>[] {
  const seen = new Set(right);
  const named = new Set<string>();
  return inOrder(options).filter(({ value, mistakes }) => {
    const [only] = mistakes;
    const name = `${only?.id} ${value}`;
    if (right.includes(value) || named.has(name)) return false;
    if (mistakes.length === 1) {
      named.add(name);
      seen.add(value);
      return true;
    }
    return !seen.has(value) && seen.add(value) !== undefined;
  });
}

/** The fewest mistakes first, then the common ones. */
export function inOrder<T>(options: readonly Option<T>[]): Option<T>[] {
  return options
    .map((option) => ({ option, rarity: rarityOf(option.mistakes) }))
    .sort((a, b) => a.option.mistakes.length - b.option.mistakes.length || a.rarity - b.rarity)
    .map(({ option }) => option);
}
