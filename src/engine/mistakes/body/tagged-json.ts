/**
 * A JSON value that keeps how its numbers were written: strings begin with `s`, numbers are texts that begin with `n`,
 * names of members begin with `k` (so that none looks like an index, which would change the order).
 */
export type Tagged = string | boolean | null | Tagged[] | { [name: string]: Tagged };

// Within valid JSON, a quotation mark begins a string, and anything else that begins so is a number.
const token = /"((?:[^"\\]|\\.)*)"(\s*:)?|-?\d[\d.eE+-]*/g;

/** Reads JSON and keeps the texts of its numbers; undefined for anything else. */
export function readTagged(text: string): Tagged | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  const tagged = text.replace(
    token,
    (whole, string: string | undefined, colon: string | undefined) => {
      if (string === undefined) return `"n${whole}"`;
      return colon === undefined ? `"s${string}"` : `"k${string}":`;
    },
  );
  try {
    return JSON.parse(tagged) as Tagged;
  } catch {
    return undefined;
  }
}

/** What a body holds that some writers write otherwise. */
export interface Contents {
  null: boolean;
  emptyObject: boolean;
  emptyString: boolean;
  unsorted: boolean;
  /** Texts with white space around them. */
  untrimmed: boolean;
  /** Texts that are numbers. */
  digits: boolean;
}

export const isNumeric = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

/** Looks through a value for what only some writers treat otherwise. */
export function contentsOf(value: Tagged, found = none()): Contents {
  if (value === null) found.null = true;
  else if (value === 's') found.emptyString = true;
  else if (typeof value === 'string') {
    if (value.startsWith('n')) return found;
    const text = value.slice(1);
    found.untrimmed ||= text.trim() !== text;
    found.digits ||= isNumeric(text);
  } else if (Array.isArray(value)) for (const item of value) contentsOf(item, found);
  else if (typeof value === 'object') {
    const names = Object.keys(value);
    if (names.length === 0) found.emptyObject = true;
    if (names.some((name, index) => index > 0 && name < (names[index - 1] ?? '')))
      found.unsorted = true;
    for (const name of names) contentsOf(value[name] as Tagged, found);
  }
  return found;
}

function none(): Contents {
  return {
    null: false,
    emptyObject: false,
    emptyString: false,
    unsorted: false,
    untrimmed: false,
    digits: false,
  };
}
