import { type Mistake, type Option, rarityOf } from '../mistake.js';

/** One mistake in one aspect of a value: in the zone of a timestamp, in the query of a path. */
export interface Change<T> {
  mistakes: readonly Mistake[];
  /** @returns undefined if the mistake makes no difference, or can't be made, here */
  apply: (value: T) => T | undefined;
}

/**
 * The texts that up to two mistakes make of a value, each in another aspect of it: the fewest mistakes first, then the
 * common ones. A text that comes twice is the work of the first.
 *
 * @param axes the mistakes by aspect
 * @param write the text of a value
 */
export function changed<T>(
  right: T,
  axes: readonly (readonly Change<T>[])[],
  write: (value: T) => string,
): Option<string>[] {
  const single: { axis: number; mistakes: readonly Mistake[]; value: T }[] = [];
  axes.forEach((changes, axis) => {
    for (const { mistakes, apply } of changes) {
      const value = apply(right);
      if (value !== undefined) single.push({ axis, mistakes, value });
    }
  });
  const double = single.flatMap(({ axis, mistakes, value }) =>
    axes.slice(axis + 1).flatMap((changes) =>
      changes.flatMap((change) => {
        const twice = change.apply(value);
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

/** Options in the order of the search, without any value that came before. */
export function distinct(
  options: readonly Option<string>[],
  right: readonly string[] = [],
): Option<string>[] {
  const seen = new Set(right);
  return inOrder(options).filter(({ value }) => !seen.has(value) && seen.add(value));
}

/** The fewest mistakes first, then the common ones. */
export function inOrder<T>(options: readonly Option<T>[]): Option<T>[] {
  return options
    .map((option) => ({ option, rarity: rarityOf(option.mistakes) }))
    .sort((a, b) => a.option.mistakes.length - b.option.mistakes.length || a.rarity - b.rarity)
    .map(({ option }) => option);
}
