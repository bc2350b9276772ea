import fc from 'fast-check';

/** Each letter of each name in either case. */
export const nameCasing = fc.array(fc.boolean(), { minLength: 48, maxLength: 48 });

/**
 * In turn, which a server takes only if it compares without regard to case; all in lower case, as HTTP/2 and many
 * proxies write them; all in upper case.
 */
export const nameCasingExamples: readonly boolean[][] = [
  Array.from({ length: 48 }, (_, at) => at % 2 === 0),
  new Array<boolean>(48).fill(false),
  new Array<boolean>(48).fill(true),
];

/** A name with its letters in the cases given, from one of them on. */
export function inCase(name: string, upper: readonly boolean[], from: number): string {
  return [...name]
    .map((letter, at) =>
      upper[(from + at) % upper.length] ? letter.toUpperCase() : letter.toLowerCase(),
    )
    .join('');
}
