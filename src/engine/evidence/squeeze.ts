/** A text without escapes and separators, and where each of its characters came from. */
export interface Squeezed {
  text: string;
  /** The place of each character in the original, and after them its length. */
  from: readonly number[];
  /** The place behind each character in the original. */
  to: readonly number[];
}

/** What is taken out of a text or decoded in it. */
const squeezable = /[\s:\\%-]/;
const escape = /\\u([0-9a-f]{4})|%([0-7][0-9a-f])|\\(?:[nrt]|(?=.))|[\s:-]+/gi;
const separator = /[\s:-]/;

/** True if a text differs from what {@link squeeze} makes of it. */
export function isSqueezable(text: string): boolean {
  return squeezable.test(text);
}

/**
 * A text with `%41` and `\u0041` decoded, and without blanks, line ends, dashes, colons and backslashes: however a
 * secret was spaced out or escaped, it reads as one.
 */
export function squeezed(text: string): string {
  return text.replace(escape, (_, unicode?: string, percent?: string) =>
    decoded(unicode ?? percent),
  );
}

/** The same with the places of its characters. */
export function squeeze(text: string): Squeezed {
  let shown = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  const keep = (until: number) => {
    shown += text.slice(at, until);
    for (; at < until; at += 1) {
      from.push(at);
      to.push(at + 1);
    }
  };
  for (const match of text.matchAll(escape)) {
    keep(match.index);
    at = match.index + match[0].length;
    const character = decoded(match[1] ?? match[2]);
    if (character === '') continue;
    shown += character;
    from.push(match.index);
    to.push(at);
  }
  keep(text.length);
  return { text: shown, from, to };
}

/** The character of an escape; nothing if there is none, or if it is a separator itself. */
function decoded(hex: string | undefined): string {
  if (hex === undefined) return '';
  const character = String.fromCharCode(Number.parseInt(hex, 16));
  return separator.test(character) ? '' : character;
}
