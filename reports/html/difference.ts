/** Two texts: what they share at both ends, and what differs between. */
export interface TextDifference {
  start: string;
  /** What only the first has. */
  gone: string;
  /** What only the second has. */
  came: string;
  end: string;
}

/** Finds the part in which two texts differ, by characters (code points). */
export function difference(before: string, after: string): TextDifference {
  const one = [...before];
  const other = [...after];
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return {
    start: one.slice(0, start).join(''),
    gone: one.slice(start, one.length - end).join(''),
    came: other.slice(start, other.length - end).join(''),
    end: one.slice(one.length - end).join(''),
  };
}
