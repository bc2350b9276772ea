/** Why a text isn't JSON, and where. Line and column count from 1. */
export interface JsonProblem {
  what: string;
  line: number;
  column: number;
}

const space = /[ \t\r\n]*/y;
const scalar =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** The deepest nesting that is read: far more than any file of ours has, and far less than the stack holds. */
const deepest = 500;

/**
 * Finds the first place where a text breaks the grammar of JSON (RFC 8259), or is nested deeper than 500
 * levels; undefined for JSON. Unlike the parser's own message it never repeats any of the text, which may be
 * a secret.
 */
export function jsonProblem(text: string): JsonProblem | undefined {
  const scan = new Scan(text);
  const what = scan.value() ?? scan.end();
  if (what === undefined) return undefined;
  const before = text.slice(0, scan.at).split('\n');
  return { what, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** Reads a text until something is wrong. Each step returns the problem in words, or undefined. */
class Scan {
  at = 0;
  #depth = 0;

  constructor(private readonly text: string) {}

  value(): string | undefined {
    this.#skip(space);
    if (this.#take('{')) return this.#items('}', () => this.#member());
    if (this.#take('[')) return this.#items(']', () => this.value());
    if (this.#skip(scalar)) return undefined;
    if (this.at === this.text.length) return 'the text ends too early';
    const next = this.text[this.at];
    if (next === '"')
      return 'a text in quotes is not closed, or holds a line break or a bad escape';
    if (next === "'") return 'texts stand in double quotes';
    if (next === '/' || next === '#') return 'comments are not allowed';
    return next === '}' || next === ']' ? 'a comma too many' : 'this is no value';
  }

  end(): string | undefined {
    this.#skip(space);
    return this.at === this.text.length ? undefined : 'the text should end here';
  }

  #member(): string | undefined {
    this.#skip(space);
    if (this.text[this.at] === '}') return 'a comma too many';
    if (this.text[this.at] !== '"') return 'a member name in double quotes is missing';
    const problem = this.value();
    if (problem !== undefined) return problem;
    this.#skip(space);
    return this.#take(':') ? this.value() : 'a colon is missing';
  }

  #items(close: string, item: () => string | undefined): string | undefined {
    if (this.#depth === deepest) return `values are nested deeper than ${deepest} levels`;
    this.#depth += 1;
    const problem = this.#itemsWithin(close, item);
    this.#depth -= 1;
    return problem;
  }

  #itemsWithin(close: string, item: () => string | undefined): string | undefined {
    this.#skip(space);
    if (this.#take(close)) return undefined;
    for (;;) {
      const problem = item();
      if (problem !== undefined) return problem;
      this.#skip(space);
      if (this.#take(close)) return undefined;
      if (!this.#take(',')) {
        return this.at === this.text.length
          ? 'the text ends too early'
          : `a comma or ${close} is missing`;
      }
    }
  }

  #take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }
}
