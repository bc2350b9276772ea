import type { Result } from '../schemas/generated/result.js';

/** What a report is told beside the result. */
export interface RenderOptions {
  /** Language of the reports that are read by people, where they know more than one; English unless given. */
  lang?: 'en' | 'id';
  /** The config of the run, as a path from the working directory: findings are shown there. */
  configFile?: string;
}

/** One format that a result is written in as one text. */
export interface Report {
  /**
   * Name of the file, in the directory that the run writes to; absent where the text goes to standard output, for the
   * system that started the run to read.
   */
  file?: string;
  /** The whole text. Pure: the same result gives the same text, and no request is sent. */
  render(result: Result, options?: RenderOptions): string;
}

/** One format that is several files, or one that is no text. */
export interface FileReport {
  /** The files. Pure in what they say, though an archive holds the time at which it was packed. */
  files(result: Result, options?: RenderOptions): ReportFile[] | Promise<ReportFile[]>;
}

/** A file of a report; without a name its content goes to standard output. */
export interface ReportFile {
  file?: string;
  content: string | Uint8Array;
}
