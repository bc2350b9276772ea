import { createHistogram } from 'node:perf_hooks';
import type { TargetResult } from '../../../schemas/generated/result.js';

/** How long answers took: what `stats.latency` of a result holds. */
export type LatencyStats = NonNullable<TargetResult['stats']['latency']>;

/** Four buckets for each power of ten: the same width each on a logarithmic axis. */
const bucketsPerDecade = 4;
/** Longer than any timeout that a config would set: ten minutes, in microseconds. */
const longestUs = 600_000_000;

/** Counts how long answers took. Memory stays flat, however many there are. */
export class Latency {
  /** Two digits: median and 95th percentile are exact to one in a hundred. */
  readonly #histogram = createHistogram({ lowest: 1, highest: longestUs, figures: 2 });
  readonly #counts = new Map<number, number>();
  #maxMs = 0;

  /** Counts one answer; `ms` as measured. */
  record(ms: number): void {
    this.#histogram.record(Math.min(longestUs, Math.max(1, Math.round(ms * 1000))));
    const bucket = Math.max(0, Math.ceil(Math.log10(ms) * bucketsPerDecade));
    this.#counts.set(bucket, (this.#counts.get(bucket) ?? 0) + 1);
    this.#maxMs = Math.max(this.#maxMs, ms);
  }

  /** What was counted; nothing if there was no answer. The buckets leave no gap; none is below 1 ms. */
  stats(): LatencyStats | undefined {
    if (this.#counts.size === 0) return undefined;
    const last = Math.max(...this.#counts.keys());
    const first = Math.min(...this.#counts.keys());
    const shown = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    return {
      medianMs: this.#percentile(50),
      p95Ms: this.#percentile(95),
      maxMs: rounded(this.#maxMs),
      buckets: shown.map((bucket) => ({
        upToMs: Number((10 ** (bucket / bucketsPerDecade)).toPrecision(2)),
        count: this.#counts.get(bucket) ?? 0,
      })),
    };
  }

  /** A cell of the histogram ends above its slowest answer, so the slowest of all bounds it. */
  #percentile(share: number): number {
    return rounded(Math.min(this.#histogram.percentile(share) / 1000, this.#maxMs));
  }
}

/** Milliseconds with microseconds. */
function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
