import fc from 'fast-check';

/** Each letter of each name in either case. */
export const nameCasing = fc.array(fc.boolean(), { minLength: 48, maxLength: 48 });

/** All in lower case, as HTTP/2 writes them and many proxies do; all in upper case; in turn. */
export const nameCasingExamples: readonly boolean[][] = [
  new Array<boolean>(48).fill(false),
  new Array<boolean>(48).fill(true),
  Array.from({ length: 48 }, (_, at) => at % 2 === 0),
];

/** A name with its letters in the cases given, from one of them on. */
export function inCase(name: string, upper: readonly boolean[], from: number): string {
  return [...name]
    .map((letter, at) =>
      upper[(from + at) % upper.length] ? letter.toUpperCase() : letter.toLowerCase(),
    )
    .join('');
}
