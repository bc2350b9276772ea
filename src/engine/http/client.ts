import PQueue from 'p-queue';
import { Pool } from 'undici';
import { say } from '../../messages/message.js';
import type { TargetPlan } from '../plan/plan.js';
import { type Clock, systemClock } from './clock.js';
import { decodeContent } from './content-coding.js';
import { sendExpecting } from './expect-continue.js';
import { Latency } from './latency.js';
import { noAnswerOf } from './no-answer.js';
import { RateLimit } from './rate-limit.js';
import { RunEnded } from './run-ended.js';
import {
  headerOf,
  headerPairs,
  type NoAnswer,
  type Sent,
  type WireRequest,
  type WireResponse,
} from './wire.js';
import { writtenRequest } from './written-request.js';

/** More of an answer than this is not read: no SNAP message comes near it. */
const maxBodyBytes = 1024 * 1024;
const maxAttempts = 3;
const longestWaitMs = 30_000;

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
  readonly #pool: Pool;
  readonly #rateLimit: RateLimit;
  readonly #base: URL;
  readonly #slots: PQueue;
  readonly #clock: Clock;
  /** Requests sent so far, retries included. */
  requests = 0;
  /** How long the answers took, each attempt on its own. */
  readonly latency = new Latency();

  constructor(
    private readonly target: Pick<TargetPlan, 'baseUrl' | 'limits' | 'tls'>,
    private readonly options: ClientOptions = {},
  ) {
    const { limits, tls } = target;
    this.#clock = options.clock ?? systemClock;
    this.#base = new URL(target.baseUrl);
    this.#slots = new PQueue({ concurrency: limits.concurrency });
    this.#rateLimit = new RateLimit(limits.rate, this.#clock);
    this.#pool = new Pool(this.#base.origin, {
      connections: limits.concurrency,
      pipelining: 1,
      connect: { timeout: limits.timeoutMs, ...tls },
      headersTimeout: limits.timeoutMs,
      bodyTimeout: limits.timeoutMs,
      maxResponseSize: maxBodyBytes,
    });
  }

  /** The URL a path goes to: the base URL's own path comes first. */
  urlOf(path: string): string {
    return `${this.#base.origin}${this.#base.pathname.replace(/\/$/, '')}${path}`;
  }

  /**
   * Sends one request. 429, 502, 503, 504, timeouts and broken connections are tried again, Retry-After
   * honoured; what is left then is no answer. Never throws for what the network or the target does.
   *
   * @throws RunEnded when the run was stopped.
   */
  async send(request: WireRequest): Promise<Sent> {
    const url = this.urlOf(request.path);
    const throttled: WireResponse[] = [];
    const done = (sent: Sent): Sent => (throttled.length === 0 ? sent : { ...sent, throttled });
    for (let attempt = 1; ; attempt += 1) {
      const sent = await this.#slots.add(
        async () =>
          (await this.#turn(request, url, attempt)) ?? this.#attempt(request, url, attempt),
      );
      if (sent.response?.status === 429) throttled.push(sent.response);
      const again = attempt < maxAttempts && (!request.notRepeatable || wasNotCarriedOut(sent));
      const wait = again ? waitBeforeRetry(sent, attempt) : undefined;
      if (wait === undefined) return done(refusedService(sent));
      await this.pause(wait);
    }
  }

  /**
   * Sends one request without TLS, once: to the port of plain HTTP, or to the target's own if it
   * names one.
   */
  async sendPlain(request: WireRequest): Promise<Sent> {
    const baseUrl = this.target.baseUrl.replace(/^https:/, 'http:');
    const plain = new TargetClient({ ...this.target, baseUrl }, this.options);
    const url = plain.urlOf(request.path);
    try {
      return await this.#slots.add(
        async () => (await this.#turn(request, url, 1)) ?? plain.#attempt(request, url, 1),
      );
    } finally {
      await plain.close();
    }
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }

  /** Waits until a request may go out and counts it; gives what is said of one that no budget is left for. */
  async #turn(request: WireRequest, url: string, attempt: number): Promise<Sent | undefined> {
    this.#requireGoing();
    const { maxRequests } = this.target.limits;
    if (maxRequests !== null && this.requests >= maxRequests) {
      const message = say('http/no-answer/budget-used-up', { requests: maxRequests });
      return {
        request,
        url,
        noAnswer: { kind: 'budget', message },
        startedAt: Date.now(),
        durationMs: 0,
        attempts: attempt - 1,
      };
    }
    this.requests += 1;
    await this.#rateLimit.turn(this.options.signal).catch(() => {});
    this.#requireGoing();
    return undefined;
  }

  /** @throws RunEnded when the run was stopped. */
  #requireGoing(): void {
    if (this.options.signal?.aborted) throw new RunEnded();
  }

  /** Waits so many milliseconds. @throws RunEnded as soon as the run is stopped. */
  async pause(ms: number): Promise<void> {
    await this.#clock.pause(ms, this.options.signal).catch(() => {});
    this.#requireGoing();
  }

  async #attempt(request: WireRequest, url: string, attempts: number): Promise<Sent> {
    const startedAt = Date.now();
    const begun = performance.now();
    const outcome = await this.#exchange(request, url).catch((error: unknown) => ({
      noAnswer: noAnswerOf(error, this.target),
    }));
    const durationMs = performance.now() - begun;
    if ('response' in outcome) {
      this.latency.record(durationMs);
      this.options.onAnswer?.();
    }
    return { request, url, ...outcome, startedAt, durationMs, attempts };
  }

  async #exchange(request: WireRequest, url: string): Promise<{ response: WireResponse }> {
    // The pool's own timeouts are between two bytes; a server that drips needs an end too.
    const controller = new AbortController();
    const end = setTimeout(() => controller.abort(new TooSlow()), this.target.limits.timeoutMs);
    try {
      if (headerOf(request.headers, 'expect') !== undefined) {
        const { target } = this;
        const clock = this.#clock;
        const options = { tls: target.tls, clock, signal: controller.signal, maxBodyBytes };
        return { response: await sendExpecting(request, new URL(url), options) };
      }
      const {
        statusCode,
        headers: raw,
        body: stream,
      } = await this.#pool.request({
        method: request.method as 'POST',
        path: url.slice(this.#base.origin.length),
        ...writtenRequest(request, this.#base, this.#clock, controller.signal),
        responseHeaders: 'raw',
        signal: controller.signal,
      });
      const headers = headerPairs(raw as unknown as string[]);
      const coded = Buffer.from(await stream.arrayBuffer());
      const decoded = await decodeContent(
        coded,
        headerOf(headers, 'content-encoding'),
        maxBodyBytes,
      );
      return { response: { status: statusCode, headers, body: decoded } };
    } finally {
      clearTimeout(end);
    }
  }
}

class TooSlow extends Error {
  override readonly name = 'TimeoutError';
}

const passingStatuses = new Set([429, 502, 503, 504]);
const passingKinds = new Set(['timeout', 'reset', 'refused']);

/** True if the target surely left a request alone: it refused the connection, or said so. */
function wasNotCarriedOut({ response, noAnswer }: Sent): boolean {
  return response
    ? response.status === 429 || response.status === 503
    : noAnswer?.kind === 'refused';
}

/** Milliseconds to wait before the next attempt, or undefined if another one can't help. */
function waitBeforeRetry({ response, noAnswer }: Sent, attempt: number): number | undefined {
  const passing = response
    ? passingStatuses.has(response.status)
    : noAnswer && passingKinds.has(noAnswer.kind);
  if (!passing) return undefined;
  const asked = response && retryAfter(headerOf(response.headers, 'retry-after'));
  const wait = asked ?? 50 * 2 ** (attempt - 1);
  return wait <= longestWaitMs ? wait : undefined;
}

/** Retry-After in milliseconds: seconds or an HTTP date (RFC 9110 section 10.2.3). */
function retryAfter(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

/** A status that speaks of the service's state, not of the request, is no answer to the request. */
function refusedService(sent: Sent): Sent {
  const { response, attempts } = sent;
  if (!response || !passingStatuses.has(response.status)) return sent;
  const { status } = response;
  const noAnswer: NoAnswer =
    status === 429
      ? {
          kind: 'rate-limited',
          message: say('http/no-answer/too-many-requests', { status, attempts }),
        }
      : {
          kind: 'unavailable',
          message: say('http/no-answer/unavailable', { status, attempts }),
        };
  return { ...sent, noAnswer };
}
