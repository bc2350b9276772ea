import { readFileSync } from 'node:fs';

/** Where the build puts what it makes of `script/` and `style/`: beside this module, or in dist/ if this is its source. */
const built = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/reports/html/' : './',
  import.meta.url,
);

/** The script of the page: `script/page.ts` with all that it imports, to stand in a `<script>`. */
export const script: string = readFileSync(new URL('script/page.js', built), 'utf8');

/** The style of the page: `style/page.css` with all that it imports, to stand in a `<style>`. */
export const style: string = readFileSync(new URL('style/page.css', built), 'utf8');
