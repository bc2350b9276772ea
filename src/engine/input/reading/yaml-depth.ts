import { createRequire } from 'node:module';
import type { CST } from 'yaml';

const require = createRequire(import.meta.url);

/** The deepest nesting that is read: far more than any file of ours has, and far less than the stack holds. */
export const deepestYaml = 500;

/** A token of the parser that holds others; the parser itself keeps no more than one of them on the stack. */
interface Holder {
  items?: { start?: CST.SourceToken[]; key?: Holder | null; value?: Holder | null }[];
  value?: Holder;
}

/**
 * Whether a text of YAML is nested deeper than 500 levels. What makes values of the tokens calls itself for each level, and
 * at the end of the stack node ends without a word.
 */
export function isNestedTooDeeply(text: string): boolean {
  const { Parser } = require('yaml') as typeof import('yaml');
  let level = [...new Parser().parse(text)] as Holder[];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestYaml) return true;
    level = level.flatMap(({ value, items = [] }) => [
      ...(typeof value === 'object' ? [value] : []),
      ...items.flatMap((item) => [item.key, item.value].filter((each) => each != null)),
    ]);
  }
  return false;
}
