import type { Result } from '../../schemas/generated/result.js';
import { type Language, say } from '../../src/messages/message.js';
import { render } from '../../src/messages/render.js';

/** An entry of the baseline that fails the run. */
export interface BaselineEntryFinding {
  target: string;
  check: string;
  /** `stale` or `expired`, with what is wrong. */
  message: string;
}

/** The entries of the baseline that fail the run, the stale ones first. */
export function baselineFindings(
  { run }: Pick<Result, 'run'>,
  lang: Language = 'en',
): BaselineEntryFinding[] {
  const { stale = [], expired = [] } = run.baseline ?? {};
  return [
    ...stale.map((entry) => ({
      ...entry,
      message: render(say('report/problem/stale', { message: entry.message }), lang),
    })),
    ...expired.map((entry) => ({
      ...entry,
      message: render(say('report/problem/expired', { message: entry.message }), lang),
    })),
  ];
}
