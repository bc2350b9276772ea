import { built } from './built.js';

/** The script of the page: `script/page.ts` with all that it imports, to stand in a `<script>`. */
export const script: string = built('html/script/page.js');

/** The style of the page: `style/page.css` with all that it imports, to stand in a `<style>`. */
export const style: string = built('html/style/page.css');
