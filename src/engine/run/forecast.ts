import type { Effort } from '../plan/effort.js';
import type { FaultClass } from '../session/service.js';

/** Counts, check by check in the order of the run, what a run against a conforming target sends. */
export class Forecast {
  /** Requests so far. */
  requests = 0;
  /** Those of them that only get a token for others. */
  tokens = 0;
  /** Authorization codes so far. */
  codes = 0;
  /** Grants so far. */
  grants = 0;
  #controlSent = false;
  #unconfirmed = 0;
  readonly #refused = new Set<FaultClass>();
  readonly #shared = new Set<string>();

  constructor(
    private readonly effort: Effort,
    /** What goes with the control: a request for its token. */
    private readonly preparing = { requests: 0, codes: 0 },
  ) {}

  /** The control at the start of the run. */
  control(): void {
    if (this.#controlSent) return;
    this.#controlSent = true;
    this.tokensGot(this.preparing.requests);
    this.code(this.preparing.codes);
    this.granted(1);
  }

  /** Requests for tokens that requests of the service carry. */
  tokensGot(count: number): void {
    this.requests += count;
    this.tokens += count;
  }

  /** Authorization codes that a customer has to give. */
  code(count: number): void {
    this.codes += count;
  }

  granted(count: number): void {
    this.requests += count;
    this.grants += count;
  }

  refused(count: number, faultClass: FaultClass): void {
    this.requests += count;
    if (count > 0) this.#refused.add(faultClass);
  }

  /** What several checks send together, and the first of them counts. */
  together(what: string, count: number): void {
    if (this.#shared.has(what)) return;
    this.#shared.add(what);
    this.requests += count;
  }

  /** True where the run has had a refusal of this class. */
  hasRefused(faultClass: FaultClass): boolean {
    return this.#refused.has(faultClass);
  }

  /** The end of a negative check: the control is due again, now or after some more. */
  confirm(): void {
    this.#unconfirmed += 1;
    if (this.#unconfirmed >= this.effort.confirmEvery) this.close();
  }

  /** The end of an area: what isn't confirmed yet is confirmed. */
  close(): void {
    if (this.#unconfirmed === 0) return;
    this.#unconfirmed = 0;
    this.granted(1);
  }
}
