/** A string, or a character that opens, closes or parts; what else a JSON text has is of no matter here. */
const part = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]/gs;

/**
 * The first name that stands twice in one object of a JSON text, with the objects around it: `additionalInfo.branch`;
 * undefined if none does. Names count as equal once their escapes are undone (RFC 8259 section 8.3).
 *
 * @param text a JSON text without a mistake in its grammar
 */
export function doubledMember(text: string): string | undefined {
  /** What is open: of an object the names so far, of a list nothing. */
  const open: { names?: Set<string>; name?: string }[] = [];
  let last = '';
  for (const [found] of text.matchAll(part)) {
    const around = open.at(-1);
    if (found === '{') open.push({ names: new Set() });
    else if (found === '[') open.push({});
    else if (found === '}' || found === ']') open.pop();
    else if (found !== ':') last = found;
    else if (around?.names) {
      const name = JSON.parse(last) as string;
      around.name = name;
      if (around.names.has(name)) return open.flatMap((each) => each.name ?? []).join('.');
      around.names.add(name);
    }
  }
  return undefined;
}
