/** What stands between the parts of a text that is signed, as profiles say it: a character or two, or `none`. */
export type Delimiter = string;

/** A delimiter as it stands in the text: nothing for `none`. */
export function delimiterText(delimiter: Delimiter): string {
  return delimiter === 'none' ? '' : delimiter;
}
