import type { ProblemCode } from './problem-codes.js';

/** Where a problem is, and how to solve it. */
export interface InputProblemPlace {
  /** The file as the user named it; with line and column when they are known: `mine.yaml:7:5`. */
  file?: string;
  /** JSON pointer into the file. */
  pointer?: string;
  /** What to do about it, in words. */
  remedy?: string;
}

/** One thing that is wrong with the input. */
export interface InputProblemDetail extends InputProblemPlace {
  code: ProblemCode;
  /** What is wrong, in words, without the place. */
  what: string;
}

/** How many problems the message tells at once. */
const most = 50;

/**
 * Invalid input from the user: config, key, profile, option. Ends the command with exit status 2 and
 * exactly this message, no stack trace. Its own fields are those of the first problem.
 */
export class InputProblem extends Error {
  override readonly name = 'InputProblem';
  readonly file: string | undefined;
  readonly pointer: string | undefined;
  readonly remedy: string | undefined;
  /** Everything that is wrong, in the order of the input; at least one. */
  readonly problems: readonly InputProblemDetail[];

  constructor(
    readonly code: ProblemCode,
    what: string,
    { file, pointer, remedy }: InputProblemPlace = {},
    {
      cause,
      others = [],
      more = false,
    }: { cause?: unknown; others?: readonly InputProblemDetail[]; more?: boolean } = {},
  ) {
    const first = {
      code,
      what,
      ...(file !== undefined && { file }),
      ...(pointer !== undefined && { pointer }),
      ...(remedy !== undefined && { remedy }),
    };
    const problems = [first, ...others];
    super(textOf(problems, more), cause === undefined ? undefined : { cause });
    this.file = file;
    this.pointer = pointer;
    this.remedy = remedy;
    this.problems = problems;
  }

  /**
   * Several problems as one, in the order given. The message tells the first 50, and how many more there are.
   *
   * @param more True if there are others, which nobody counted.
   */
  static all(
    problems: readonly InputProblemDetail[],
    { cause, more }: { cause?: unknown; more?: boolean } = {},
  ): InputProblem {
    const [first, ...others] = problems;
    if (!first) throw new RangeError('there is no problem');
    return new InputProblem(first.code, first.what, first, {
      cause,
      others,
      ...(more && { more }),
    });
  }
}

function textOf(problems: readonly InputProblemDetail[], more: boolean): string {
  const rest = problems.length - most;
  const unsaid = rest > 0 ? `and ${more ? 'at least ' : ''}${rest} more` : more && 'and others';
  return [...problems.slice(0, most).map(describe), ...(unsaid ? [unsaid] : [])].join('\n');
}

function describe({ what, file = '', pointer, remedy }: InputProblemDetail): string {
  // A name in the file may hold line ends, and what followed them would look like a message of ours.
  const within = pointer
    ?.replace(/[\r\n]/g, (end) => (end === '\n' ? '\\n' : '\\r'))
    // A value that was taken for a name, a key it may be, is no place.
    .replace(/[^/]{100,}/g, (name) => `${name.slice(0, 10)}…`);
  const place = `${file}${within === undefined ? '' : `#${within}`}`;
  return [what, place && `  at ${place}`, remedy && `  ${remedy}`].filter(Boolean).join('\n');
}
