import type { Result } from '../schemas/generated/result.js';
import { pagePieces } from './html/page.js';
import type { RenderOptions, Report } from './report.js';

/** report.html: one file that a browser opens from disk, with style and script inside it. */
export const html = {
  file: 'report.html',
  render: (result: Result, options?: RenderOptions) => [...pagePieces(result, options)].join(''),
  pieces: pagePieces,
} satisfies Report;
