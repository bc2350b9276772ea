import { areaOf } from '../../../reports/shared/group.js';
import { outcomeWord, shownOutcome } from '../../../reports/shared/shown-outcome.js';
import { oneLine } from '../../../reports/shared/visible.js';
import type { CheckReport } from '../../engine/run/check-report.js';
import { type Language, type Message, say } from '../../messages/message.js';
import { render } from '../../messages/render.js';

/** How far a run has come. */
export interface ProgressState {
  /** When the run began, epoch milliseconds. */
  startedAt: number;
  /** Checks in all, over all targets. */
  total: number;
  done: number;
  /** Failed MUSTs so far. */
  failures: number;
  requests: number;
  /** The check that was done last. */
  last?: { target: string; area: string };
}

/** One line on how far a run has come, cut to `width`. */
export function progressLine(
  state: ProgressState,
  now: number,
  width: number,
  lang: Language = 'en',
): string {
  const { done, total, failures, requests, last } = state;
  const left = timeLeft(state, now);
  const counts = say('cli/run/counts', { done, total, requests, failures, left });
  const line =
    last === undefined
      ? render(say('cli/run/starting'), lang)
      : `${render(counts, lang)}: ${oneLine(last.target)} ${last.area}`;
  return line.length <= width ? line : `${line.slice(0, width - 1)}…`;
}

/** Estimated from the time that the checks took so far; the first few say too little. */
function timeLeft({ startedAt, done, total }: ProgressState, now: number): Message {
  const elapsed = now - startedAt;
  if (done < 5 || elapsed < 1000)
    return say('cli/run/elapsed', { seconds: Math.floor(elapsed / 1000) });
  const seconds = Math.ceil(((elapsed / done) * (total - done)) / 1000);
  return seconds < 120
    ? say('cli/run/seconds-left', { seconds })
    : say('cli/run/minutes-left', { minutes: Math.round(seconds / 60) });
}

/** How progress is shown: one line that is redrawn, ten lines in all, one for each check, or not at all. */
export type ProgressMode = 'live' | 'plain' | 'verbose' | 'none';

/** One check as `--verbose` shows it; `requests`: how many the target got meanwhile. */
function checkLine(
  { target, check, durationMs }: CheckReport,
  requests: number,
  lang: Language,
): string {
  const outcome = shownOutcome(check);
  const word = (lang === 'en' ? outcome : outcomeWord(outcome, lang)).padEnd(12);
  const effort = say('cli/run/check', { milliseconds: Math.round(durationMs), requests });
  return `${word} ${oneLine(target)} ${check.id} (${render(effort, lang)})`;
}

/** Where progress is written, and the clock that it uses. */
export interface ProgressOptions {
  mode: ProgressMode;
  total: number;
  write: (text: string) => void;
  width: number;
  lang?: Language;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** A log gets a line each time that another such part of the checks is done. */
const linesInLog = 10;

/** A live line is drawn at most this often. */
const drawEveryMs = 100;
const clearLine = '\r\u001b[2K';

/** Keeps and shows how far a run has come. */
export class Progress {
  readonly #state: ProgressState;
  readonly #now: () => number;
  readonly #requests = new Map<string, number>();
  #drawnAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: ProgressOptions) {
    this.#now = options.now ?? Date.now;
    const { total } = options;
    this.#state = { startedAt: this.#now(), total, done: 0, failures: 0, requests: 0 };
    this.draw();
  }

  /** Takes in a check that is done. */
  add(report: CheckReport): void {
    const { target, check, requests } = report;
    this.#state.last = { target, area: areaOf(check.id) };
    this.#state.done += 1;
    if (check.outcome === 'failed' && check.level === 'MUST') this.#state.failures += 1;
    const asked = this.#requests.get(target) ?? 0;
    this.#requests.set(target, Math.max(requests, asked));
    if (this.options.mode === 'verbose') {
      const line = checkLine(report, Math.max(0, requests - asked), this.options.lang ?? 'en');
      this.options.write(`${line}\n`);
    }
    this.#state.requests = [...this.#requests.values()].reduce((sum, number) => sum + number, 0);
    if (this.options.mode === 'plain') this.#log();
    this.draw();
  }

  /** Draws the live line, unless it was drawn a moment ago. */
  draw(): void {
    const now = this.#now();
    if (this.options.mode !== 'live' || now - this.#drawnAt < drawEveryMs) return;
    this.#drawnAt = now;
    // The last column stays free: some terminals break the line there.
    this.options.write(
      clearLine + progressLine(this.#state, now, this.options.width - 1, this.options.lang),
    );
  }

  /** Clears the live line, so that what comes next starts on an empty one. */
  end(): void {
    if (this.options.mode === 'live') this.options.write(clearLine);
  }

  #log(): void {
    const { done, total } = this.#state;
    const part = (checks: number) => Math.floor((checks * linesInLog) / total);
    if (part(done) === part(done - 1)) return;
    // A log has no width to fit.
    const line = progressLine(
      this.#state,
      this.#now(),
      Number.POSITIVE_INFINITY,
      this.options.lang,
    );
    this.options.write(`${line}\n`);
  }
}
