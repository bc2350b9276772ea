import { type Clock, systemClock } from '../clock.js';

/** Untroubled answers after which a slowed pace doubles. */
const recoversAfter = 10;
/** Requests a second below which a pace isn't slowed: a run has to come to an end. */
const slowest = 1;

/** How a target asked for patience, for the notes of a run. */
export interface PaceFinding {
  /** Answers that put a request off. */
  putOff: number;
  /** Their statuses, each once. */
  statuses: number[];
  /** Requests a second that the target took all the same. */
  fits: number;
  /** Milliseconds that it asked to wait, if that was more than it is waited for. */
  askedTooMuchMs?: number;
}

/** How a request was put off. */
export interface PutOff {
  status: number;
  /** When the request went out, by the pace's clock. */
  sentAt: number;
  /** What its Retry-After asks for; absent without one. */
  askedMs?: number | undefined;
}

/**
 * How fast requests go out to a target: spaced evenly by a rate, and slower while the target says that they
 * come too fast. It is one brake for all that is sent to it.
 */
export class Pace {
  /** Requests a second for now; null: as fast as they go. */
  #rate: number | null;
  #next = 0;
  /** Nothing goes out before. */
  #resumesAt = 0;
  #brakedAt = Number.NEGATIVE_INFINITY;
  #begunAt: number | undefined;
  #answers = 0;
  #untroubled = 0;
  #finding: PaceFinding | undefined;
  /** The target asks for more patience than it gets, and still did after the longest wait. */
  givesUp = false;
  /** Requests that went out in this second and in the one before. */
  readonly #second = { begunAt: Number.NEGATIVE_INFINITY, now: 0, before: 0 };

  /**
   * @param rate Turns a second; null: no pacing.
   * @param longestWaitMs The longest that a Retry-After is waited for.
   */
  constructor(
    private readonly rate: number | null,
    private readonly longestWaitMs: number,
    private readonly clock: Clock = systemClock,
  ) {
    this.#rate = rate;
  }

  /** Resolves when it is this caller's turn; rejects when `signal` is aborted before. */
  async turn(signal?: AbortSignal): Promise<void> {
    await this.#pause(signal);
    const now = this.clock.now();
    this.#begunAt ??= now;
    if (this.#rate !== null) {
      const mine = Math.max(now, this.#next);
      this.#next = mine + 1000 / this.#rate;
      if (mine > now) await this.clock.pause(mine - now, signal);
      // The target may have asked for patience meanwhile.
      await this.#pause(signal);
    }
    this.#count(this.clock.now());
  }

  /** Slows down, for all requests: until the time that the target asks for, or else to half the rate. */
  brake({ status, sentAt, askedMs }: PutOff): void {
    const now = this.clock.now();
    const finding = this.#note(status, now);
    if (askedMs !== undefined && askedMs > this.longestWaitMs) {
      this.givesUp = finding.askedTooMuchMs !== undefined && sentAt >= this.#brakedAt;
      finding.askedTooMuchMs = askedMs;
      if (this.givesUp) return;
    }
    // What went out before the last brake says nothing of the pace since.
    if (sentAt < this.#brakedAt) return;
    this.#brakedAt = now;
    this.#untroubled = 0;
    if (askedMs !== undefined)
      this.#resumesAt = Math.max(this.#resumesAt, now + Math.min(askedMs, this.longestWaitMs));
    else this.#rate = Math.max(slowest, (this.#rate ?? this.#seen()) / 2);
  }

  /** An answer came that puts nothing off; after some of them a slowed pace recovers. */
  steady(): void {
    this.#answers += 1;
    this.givesUp = false;
    if (this.#rate === null || this.#rate === this.rate) return;
    this.#untroubled += 1;
    if (this.#untroubled < recoversAfter) return;
    this.#untroubled = 0;
    this.#rate = Math.min(this.#rate * 2, this.rate ?? Number.POSITIVE_INFINITY);
  }

  /** How the target asked for patience; undefined if it never did. */
  get finding(): PaceFinding | undefined {
    return this.#finding;
  }

  async #pause(signal: AbortSignal | undefined): Promise<void> {
    let waited = 0;
    // It may be put off again while it waits.
    while (this.#resumesAt > waited && this.#resumesAt > this.clock.now()) {
      waited = this.#resumesAt;
      await this.clock.pause(waited - this.clock.now(), signal);
    }
  }

  #count(now: number): void {
    const second = this.#second;
    if (now - second.begunAt >= 1000) {
      second.before = now - second.begunAt < 2000 ? second.now : 0;
      second.now = 0;
      second.begunAt = now;
    }
    second.now += 1;
  }

  /** Requests a second that went out lately. */
  #seen(): number {
    return Math.max(this.#second.now, this.#second.before);
  }

  #note(status: number, now: number): PaceFinding {
    const seconds = Math.max(1, (now - (this.#begunAt ?? now)) / 1000);
    const { putOff = 0, statuses = [], ...rest } = this.#finding ?? {};
    this.#finding = {
      ...rest,
      putOff: putOff + 1,
      statuses: statuses.includes(status) ? statuses : [...statuses, status],
      fits: Math.max(1, Math.floor(this.#answers / seconds)),
    };
    return this.#finding;
  }
}
