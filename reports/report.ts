import type { Result } from '../schemas/generated/result.js';

/** What a format may be told beside the result. */
export interface RenderOptions {
  /** The language of a page's own words; default `en`. */
  lang?: 'en' | 'id';
}

/** One format that a result is written in. */
export interface Report {
  /** Name of the file, in the directory that the run writes to. */
  file: string;
  /** The whole text of the file. Pure: the same result gives the same text, and no request is sent. */
  render(result: Result, options?: RenderOptions): string;
}
