import { visible } from '../shared/visible.js';

/**
 * One XML element. Attributes and text are escaped, and characters that XML 1.0 forbids (§2.2) are shown by name.
 * Children are elements that this function wrote, or text from `xmlText`.
 */
export function element(
  name: string,
  attributes: Record<string, string | number>,
  children: readonly string[] = [],
): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${attribute(String(value))}"`)
    .join('');
  return children.length === 0
    ? `<${name}${written}/>`
    : `<${name}${written}>${children.join('')}</${name}>`;
}

/** Character data. `>` is escaped too, because `]]>` must not occur in it. */
export function xmlText(text: string): string {
  return visible(text).replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}

// Line feeds and tabs are read back as spaces (XML 1.0 §3.3.3) unless they are character references.
function attribute(text: string): string {
  return visible(text).replace(/[&<>"\n\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}
