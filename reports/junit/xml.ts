import { visible } from '../shared/visible.js';

/**
 * One XML element. Attributes and text are escaped, and what XML 1.0 forbids (§2.2) is shown by name instead; children
 * are elements that this function wrote, or text given through `xmlText`.
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

/** Character data. `>` is escaped too: `]]>` must not stand in it. */
export function xmlText(text: string): string {
  return visible(text).replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}

// Line feeds and tabs would be read back as spaces (XML 1.0 §3.3.3) where they aren't character references.
function attribute(text: string): string {
  return visible(text).replace(/[&<>"\n\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}
