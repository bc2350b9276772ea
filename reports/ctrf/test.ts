/** How a test ended, in the words of CTRF. */
export type CtrfStatus = 'passed' | 'failed' | 'skipped' | 'other';

/** A test of a CTRF report, with the members that ours have. */
export interface CtrfTest {
  /** The same in every run. */
  testId: string;
  name: string;
  status: CtrfStatus;
  rawStatus: string;
  /** Milliseconds. */
  duration: number;
  suite: string[];
  message: string;
  trace?: string;
  labels: Record<string, string>;
  extra: Record<string, unknown>;
}
