/** How to write to a stream. */
export interface Terminal {
  color: boolean;
  /** Characters in a line of running text. */
  width: number;
  /** Characters in a line before it breaks; unlimited unless the stream is a terminal. */
  columns: number;
}

/** Text beyond this is hard to read, however wide the window is. */
const widest = 100;
const usual = 80;

/**
 * Colours for a terminal unless NO_COLOR is set (no-color.org), and for any stream if FORCE_COLOR is set
 * (force-color.org); NO_COLOR wins. The width is that of the terminal's window.
 */
export function terminalOf(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>,
  { NO_COLOR, FORCE_COLOR, TERM }: NodeJS.ProcessEnv = process.env,
): Terminal {
  const forced = !!FORCE_COLOR && FORCE_COLOR !== '0';
  const fit = stream.isTTY === true && TERM !== 'dumb' && FORCE_COLOR !== '0';
  const color = !NO_COLOR && (forced || fit);
  // A terminal that doesn't know its size says 0.
  const columns = stream.isTTY === true ? stream.columns || usual : Number.POSITIVE_INFINITY;
  return { color, width: Math.min(columns, widest), columns };
}
