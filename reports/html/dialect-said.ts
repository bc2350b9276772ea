import { indonesianDialect } from './words/dialect/id.js';

/** A name or a value of a dialect in Indonesian; undefined if it has no other words there. */
export function dialectInIndonesian(text: string): string | undefined {
  for (const [pattern, words] of indonesianDialect) {
    const found = pattern.exec(text);
    if (found)
      return words.replace(/\{(\d)\}/g, (_, group: string) => {
        const part = found[Number(group)] ?? '';
        return dialectInIndonesian(part) ?? part;
      });
  }
  return undefined;
}
