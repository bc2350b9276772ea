import PQueue from 'p-queue';
import { say } from '../../messages/message.js';
import { type Clock, systemClock } from './clock.js';
import { Latency } from './latency.js';
import { Pace } from './patience/pace.js';
import { Pulse } from './patience/pulse.js';
import { putOffKind, retryAfter } from './patience/put-off.js';
import { waitBeforeRetry } from './patience/retry.js';
import { RunEnded } from './run-ended.js';
import { type Endpoint, Transport } from './transport.js';
import { withUserAgent } from './way/user-agent.js';
import type { Sent, WireRequest, WireResponse } from './wire.js';

/** By which clock a client waits, and how it is watched and stopped. */
export interface ClientOptions {
  clock?: Clock | undefined;
  /** Once it is aborted nothing more is sent. */
  signal?: AbortSignal | undefined;
  /** Called as an answer comes. */
  onAnswer?: (() => void) | undefined;
}

/** Sends requests to one target: pooled connections, paced, bounded in time, size and number. */
export class TargetClient {
  readonly #transport: Transport;
  readonly #slots: PQueue;
  readonly #clock: Clock;
  readonly #pulse: Pulse;
  /** How fast requests go out, and how the target asked for patience. */
  readonly pace: Pace;
  /** Requests sent so far, retries included. */
  requests = 0;
  /** How long the answers took, each attempt on its own. */
  latency = new Latency();
  /** Makes a request that the target takes, by which it is asked whether it is still there. */
  valid: (() => Promise<WireRequest>) | undefined;
  /** The last answer, or the lack of one, of a target that was given up. */
  gone: Sent | undefined;
  /** The target gave something in JSON. */
  #speaksJson = false;
  #lost: Sent | undefined;

  constructor(
    private readonly target: Endpoint,
    private readonly options: ClientOptions = {},
  ) {
    const { limits } = target;
    this.#clock = options.clock ?? systemClock;
    this.#transport = new Transport(target, this.#clock);
    this.#slots = new PQueue({ concurrency: limits.concurrency });
    this.#pulse = new Pulse(() => this.#serves(), this.#clock);
    this.pace = new Pace(limits.rate, limits.longestWaitMs, this.#clock);
  }

  /** Milliseconds that the target was away, each time that it came back. */
  get absences(): readonly number[] {
    return this.#pulse.absences;
  }

  /** Measures latencies from here on. @returns how many requests were sent before. */
  measureAnew(): number {
    this.latency = new Latency();
    return this.requests;
  }

  /** The URL a path goes to: the base URL's own path comes first. */
  urlOf(path: string): string {
    return this.#transport.urlOf(path);
  }

  /**
   * Sends one request. What the target puts off, timeouts and broken connections are tried again, Retry-After
   * honoured; what is left then is no answer. Never throws for what the network or the target does.
   *
   * @param most Attempts that it may take, if that is fewer than usual.
   * @throws RunEnded when the run was stopped, or the target serves nothing any more.
   */
  async send(bare: WireRequest, most = Number.POSITIVE_INFINITY): Promise<Sent> {
    const request = withUserAgent(bare);
    const url = this.urlOf(request.path);
    const throttled: WireResponse[] = [];
    const done = (sent: Sent): Sent => (throttled.length === 0 ? sent : { ...sent, throttled });
    for (let attempt = 1; ; attempt += 1) {
      const sent = await this.#slots.add(() => this.#inTurn(request, url, attempt));
      if (sent.response && sent.noAnswer?.kind === 'rate-limited') throttled.push(sent.response);
      const wait = waitBeforeRetry(sent);
      if (wait === undefined || attempt >= most || this.pace.givesUp) return done(sent);
      if (wait > 0) await this.pause(wait);
    }
  }

  /**
   * Sends one request without TLS, once: to the port of plain HTTP, or to the target's own if it
   * names one.
   */
  async sendPlain(bare: WireRequest): Promise<Sent> {
    const request = withUserAgent(bare);
    const baseUrl = this.target.baseUrl.replace(/^https:/, 'http:');
    const plain = new Transport({ ...this.target, baseUrl }, this.#clock);
    try {
      return await this.#slots.add(() =>
        this.#inTurn(request, plain.urlOf(request.path), 1, plain),
      );
    } finally {
      await plain.close();
    }
  }

  /** Sends nothing more: the target no longer serves what it served. */
  giveUp(last: Sent): void {
    this.gone ??= last;
  }

  close(): Promise<void> {
    return this.#transport.close();
  }

  /** Waits so many milliseconds. @throws RunEnded as soon as the run is stopped. */
  async pause(ms: number): Promise<void> {
    await this.#clock.pause(ms, this.options.signal).catch(() => {});
    this.#requireGoing();
  }

  /** Sends a request when its turn comes, unless no budget is left for it. */
  async #inTurn(
    request: WireRequest,
    url: string,
    attempt: number,
    transport = this.#transport,
  ): Promise<Sent> {
    this.#requireGoing();
    if (!(await this.#pulse.isThere())) this.gone ??= this.#lost;
    this.#requireGoing();
    const { maxRequests } = this.target.limits;
    if (maxRequests !== null && this.requests >= maxRequests) {
      const message = say('http/no-answer/budget-used-up', { requests: maxRequests });
      const noAnswer = { kind: 'budget' as const, message };
      const unsent = { startedAt: Date.now(), durationMs: 0, attempts: attempt - 1 };
      return { request, url, noAnswer, ...unsent };
    }
    await this.#turn();
    return this.#attempt(request, url, attempt, transport);
  }

  /**
   * Counts a request, and waits until it may go out.
   *
   * @throws RunEnded when the run was stopped, or the target was given up.
   */
  async #turn(): Promise<void> {
    this.requests += 1;
    await this.pace.turn(this.options.signal).catch(() => {});
    this.#requireGoing();
  }

  #requireGoing(): void {
    if (this.options.signal?.aborted || this.gone) throw new RunEnded();
  }

  async #attempt(
    request: WireRequest,
    url: string,
    attempts: number,
    transport: Transport,
  ): Promise<Sent> {
    const startedAt = Date.now();
    const sentAt = this.#clock.now();
    const begun = performance.now();
    const outcome = await transport.exchange(request, url);
    const durationMs = performance.now() - begun;
    const sent: Sent = { request, url, ...outcome, startedAt, durationMs, attempts };
    if ('noAnswer' in outcome) {
      // Something that isn't HTTP, or never ends, still shows that the target is there.
      if (wentUnanswered.has(outcome.noAnswer.kind)) this.#pulseOf(sent, false);
      return sent;
    }
    this.latency.record(durationMs);
    this.options.onAnswer?.();
    return this.#read(sent, outcome.response, sentAt);
  }

  /** An answer that puts the request off speaks of the moment: it is no answer to the request. */
  #read(sent: Sent, response: WireResponse, sentAt: number): Sent {
    const { status } = response;
    const kind = putOffKind(response, this.#speaksJson);
    if (kind === undefined) {
      this.#pulseOf(sent, true);
      this.pace.steady();
      this.#speaksJson ||= status < 300 && response.body.subarray(0, 1).toString() === '{';
      return sent;
    }
    // A firewall's page is no matter of pace.
    if (kind !== 'blocked') this.pace.brake({ status, sentAt, askedMs: retryAfter(response) });
    const { attempts } = sent;
    const noAnswer = { kind, message: say(`http/no-answer/${kind}`, { status, attempts }) };
    const unserved = { ...sent, noAnswer };
    this.#pulseOf(unserved, false);
    return unserved;
  }

  #pulseOf(sent: Sent, answered: boolean): void {
    if (!answered) this.#lost = sent;
    this.#pulse.note(answered);
  }

  /** Sends a valid request past all that wait, once; true if it was answered. */
  async #serves(): Promise<boolean> {
    if (!this.valid) return true;
    const request = withUserAgent(await this.valid());
    await this.#turn();
    const sent = await this.#attempt(request, this.urlOf(request.path), 1, this.#transport);
    return sent.noAnswer === undefined;
  }
}

/** Kinds of silence by which nothing shows that the target is there. */
const wentUnanswered = new Set(['timeout', 'reset', 'refused', 'dns', 'proxy', 'tls']);
