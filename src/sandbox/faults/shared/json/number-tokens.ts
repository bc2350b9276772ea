/** A number of a JSON text, as it was written there. */
export class NumberToken {
  constructor(readonly text: string) {}

  /** Written without a fraction or an exponent: languages with integers read it into one. */
  get isInteger(): boolean {
    return /^-?\d+$/.test(this.text);
  }
}

const token = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const mark = '\u0000';

/**
 * Parses JSON and leaves its numbers as they were written: JSON.parse makes 1 of 1.0, which other languages tell apart.
 *
 * @throws SyntaxError as JSON.parse does
 */
export function parseWithNumbers(text: string): unknown {
  JSON.parse(text);
  const marked = text.replace(token, (found) =>
    found.startsWith('"') ? found : JSON.stringify(mark + found),
  );
  return JSON.parse(marked, (_, value: unknown) =>
    typeof value === 'string' && value.startsWith(mark)
      ? new NumberToken(value.slice(mark.length))
      : value,
  );
}
