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
    const where = place.file ?? '';
    const pointer = place.pointer === undefined ? '' : `#${place.pointer}`;
    super(
      [
        what,
        where || pointer ? `  at ${where}${pointer}` : '',
        place.remedy ? `  ${place.remedy}` : '',
      ]
        .filter(Boolean)
        .join('\n'),
    );
  }
}
