import type { Certification, Result } from '../schemas/generated/result.js';
import type { Language } from '../src/messages/message.js';

/** What a report is told besides the result. */
export interface RenderOptions {
  /** The language of the reports that people read, if they know more than one; English by default. */
  lang?: Language;
  /** The config of the run, as a path from the working directory: reports show findings at this file. */
  configFile?: string;
  /** The head of the certification form, where it replaces what the result has. */
  certification?: Certification;
}

/** A format that is one text. */
export interface Report {
  /**
   * Name of the file in the folder of the reports. Absent if the text goes to standard output, where the system that
   * started the run reads it.
   */
  file?: string;
  /** The whole text. Pure: the same result gives the same text, and no request is sent. */
  render(result: Result, options?: RenderOptions): string;
  /** The same text in pieces, for a format that grows with the targets of a run: no more than one is held at a time. */
  pieces?(result: Result, options?: RenderOptions): Iterable<string>;
}

/** A format that has several files, or one that is no text. */
export interface FileReport {
  /** The files. The same result gives the same content, except that an archive holds the time at which it was made. */
  files(result: Result, options?: RenderOptions): ReportFile[] | Promise<ReportFile[]>;
}

/** A file of a report; without a name its content goes to standard output. */
export interface ReportFile {
  file?: string;
  /** Pieces of a text are made as they are taken, once. */
  content: string | Uint8Array | Iterable<string>;
}
