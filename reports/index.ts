import { html } from './html.js';
import { json } from './json.js';
import { junit } from './junit.js';
import type { Report } from './report.js';

/** The formats that are files, by the name that `--reporter` takes. */
export const reports: Record<'json' | 'html' | 'junit', Report> = { json, html, junit };
