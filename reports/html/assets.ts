import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The text of a file that the build made for the page; package.json says where, for sources and for what is built. */
function built(file: string): string {
  return readFileSync(createRequire(import.meta.url).resolve(`#page/${file}`), 'utf8');
}

/** The script of the page: `script/page.ts` with all that it imports, to stand in a `<script>`. */
export const script: string = built('script/page.js');

/** The style of the page: `style/page.css` with all that it imports, to stand in a `<style>`. */
export const style: string = built('style/page.css');
