import { visible } from '../shared/visible.js';

/** Markup that is safe to put into a page: written by the `html` tag, or trusted by name. */
export class Markup {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** What a template takes: markup as it is, text and numbers escaped, lists joined, nothing for undefined and false. */
export type Part = Markup | string | number | undefined | false | readonly Part[];

/**
 * Template tag for HTML. Every part is escaped for both element content and quoted attributes, unless it is markup
 * itself; so an attribute must be written with double quotes.
 */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(
    strings.reduce((text, string, index) => text + written(parts[index - 1]) + string),
  );
}

/** Marks a constant of our own (style, script) as markup. Never for anything that a result holds. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

function written(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return escapeText(part);
  return part.map(written).join('');
}

function escapeText(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
