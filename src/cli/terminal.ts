/** How to write to a stream. */
export interface Terminal {
  color: boolean;
  /** Characters in a line of running text. */
  width: number;
  /** Characters in a line before it breaks: no end of it but on a terminal. */
  columns: number;
}

/** Text beyond this is hard to read, however wide the window is. */
const widest = 100;
const usual = 80;

/** Colours for a terminal alone, unless NO_COLOR is set (no-color.org); the width of its window. */
export function terminalOf(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>,
  { NO_COLOR, TERM }: NodeJS.ProcessEnv = process.env,
): Terminal {
  const color = stream.isTTY === true && !NO_COLOR && TERM !== 'dumb';
  // A terminal that doesn't know its size says 0.
  const columns = stream.isTTY === true ? stream.columns || usual : Number.POSITIVE_INFINITY;
  return { color, width: Math.min(columns, widest), columns };
}
