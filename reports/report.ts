import type { Result } from '../schemas/generated/result.js';

/** One format that a result is written in. */
export interface Report {
  /** Name of the file, in the directory that the run writes to. */
  file: string;
  /** The whole text of the file. Pure: the same result gives the same text, and no request is sent. */
  render(result: Result): string;
}
