import { renderPage } from './html/page.js';
import type { Report } from './report.js';

/** report.html: one file that a browser opens from disk, with style and script inside it. */
export const html = { file: 'report.html', render: renderPage } satisfies Report;
