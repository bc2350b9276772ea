/** Where bad input stands and how to mend it. */
export interface InputProblemPlace {
  /** The file as the user named it. */
  file?: string;
  /** JSON pointer into the file. */
  pointer?: string;
  remedy?: string;
}

/** Problems that are told at once. */
const most = 20;

/**
 * Bad input from the user: config, key, profile, option. Ends the command with exit status 2 and
 * exactly this message, no stack trace.
 */
export class InputProblem extends Error {
  override readonly name = 'InputProblem';

  constructor(what: string, place: InputProblemPlace = {}) {
    super(describe(what, place));
  }

  /** Several problems as one, in the order given; of very many the first ones, and how many more there are. */
  static all(problems: readonly (InputProblemPlace & { what: string })[]): InputProblem {
    const told = new InputProblem('');
    const rest = problems.length - most;
    told.message = [
      ...problems.slice(0, most).map(({ what, ...place }) => describe(what, place)),
      ...(rest > 0 ? [`and ${rest} more`] : []),
    ].join('\n');
    return told;
  }
}

function describe(what: string, { file = '', pointer, remedy }: InputProblemPlace): string {
  const where = `${file}${pointer === undefined ? '' : `#${pointer}`}`;
  return [what, where && `  at ${where}`, remedy && `  ${remedy}`].filter(Boolean).join('\n');
}
