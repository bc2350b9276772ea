import { createHash } from 'node:crypto';
import { type Markup, trusted } from './template.js';

/** The policy of a page that loads nothing, and runs only this style and this script, known by their hashes. */
export function policyFor(style: string, script: string): Markup {
  return trusted(
    `default-src 'none'; style-src '${hash(style)}'; script-src '${hash(script)}'; base-uri 'none'; form-action 'none'`,
  );
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
