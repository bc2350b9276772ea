import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * The text of a file that the build made for a page; package.json says where, for sources and for what is built.
 *
 * @param file Below reports/: `html/script/page.js`.
 */
export function built(file: string): string {
  return readFileSync(createRequire(import.meta.url).resolve(`#page/${file}`), 'utf8');
}
