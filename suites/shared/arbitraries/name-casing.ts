import fc from 'fast-check';

/** Each letter of each name in either case. */
export const nameCasing = fc.array(fc.boolean(), { minLength: 48, maxLength: 48 });

/** A name with its letters in the cases given, from one of them on. */
export function inCase(name: string, upper: readonly boolean[], from: number): string {
  return [...name]
    .map((letter, at) =>
      upper[(from + at) % upper.length] ? letter.toUpperCase() : letter.toLowerCase(),
    )
    .join('');
}
