/** Where bad input stands and how to mend it. */
export interface InputProblemPlace {
  /** The file as the user named it. */
  file?: string;
  /** JSON pointer into the file. */
  pointer?: string;
  remedy?: string;
}

/**
 * Bad input from the user: config, key, profile, option. Ends the command with exit status 2 and
 * exactly this message, no stack trace.
 */
export class InputProblem extends Error {
  override readonly name = 'InputProblem';

  constructor(what: string, place: InputProblemPlace = {}) {
    super(describe(what, place));
  }

  /** Several problems as one, in the order given. */
  static all(problems: readonly (InputProblemPlace & { what: string })[]): InputProblem {
    const told = new InputProblem('');
    told.message = problems.map(({ what, ...place }) => describe(what, place)).join('\n');
    return told;
  }
}

function describe(what: string, { file = '', pointer, remedy }: InputProblemPlace): string {
  const where = `${file}${pointer === undefined ? '' : `#${pointer}`}`;
  return [what, where && `  at ${where}`, remedy && `  ${remedy}`].filter(Boolean).join('\n');
}
