/** A JSON string with its escapes, or a character that opens, closes or separates. */
const token = /"(?:[^"\\]|\\.)*"|[[\]{}:]/g;

/**
 * The names of an object's own members, in the order of the text; a name that occurs twice is listed twice.
 *
 * @param text a JSON object
 */
export function memberNames(text: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let latest = '';
  for (const [found] of text.matchAll(token)) {
    if (found === '{' || found === '[') depth += 1;
    else if (found === '}' || found === ']') depth -= 1;
    else if (found !== ':') latest = found;
    else if (depth === 1) names.push(JSON.parse(latest) as string);
  }
  return names;
}
