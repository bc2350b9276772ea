import { built } from '../html/built.js';

/** The script of the history, to stand in a `<script>`. */
export const script: string = built('history/script/page.js');

/** Its style: the report's, and what it has besides. */
export const style: string = built('history/style/page.css');
