/** A word of a command line, after its quotes are taken off. */
export interface Word {
  text: string;
  /** Where it begins in the text. */
  at: number;
  /** What only the shell knows: `$TOKEN`, `$(cat token.txt)`. It stands in the text as it is written. */
  open?: string;
}

/** The words up to the end of one command. */
export interface CommandLine {
  words: Word[];
  /** What ended it: a line end, `|`, `;`, `>` … Empty at the end of the text. */
  ended: string;
  /** Where the rest begins. */
  end: number;
}

/** Values that assignments before the command gave: `TOKEN=…`. */
export type ShellValues = ReadonlyMap<string, string>;

/** Reads the words of one command, as a shell does. */
export type Lexer = (text: string, from: number, file: string, values: ShellValues) => CommandLine;
