import { Pool } from 'undici';
import type { TargetPlan } from '../plan/plan.js';
import type { Clock } from './clock.js';
import { connector } from './connector.js';
import { sendExpecting } from './expect-continue.js';
import { noAnswerOf } from './no-answer.js';
import { readBody } from './reading/read-body.js';
import {
  headerOf,
  headerPairs,
  type NoAnswer,
  type WireRequest,
  type WireResponse,
} from './wire.js';
import { writtenRequest } from './written-request.js';

/** What a request is sent to, and how. */
export type Endpoint = Pick<TargetPlan, 'baseUrl' | 'limits' | 'tls'>;

/** The connections to one target: takes one request there, and its answer back. */
export class Transport {
  #pool: Pool;
  readonly #base: URL;

  constructor(
    private readonly endpoint: Endpoint,
    private readonly clock: Clock,
  ) {
    this.#base = new URL(endpoint.baseUrl);
    this.#pool = this.#newPool();
  }

  /** The URL a path goes to: the base URL's own path comes first. */
  urlOf(path: string): string {
    return `${this.#base.origin}${this.#base.pathname.replace(/\/$/, '')}${path}`;
  }

  /** Sends one request once. Never throws for what the network or the target does. */
  async exchange(
    request: WireRequest,
    url: string,
  ): Promise<{ response: WireResponse } | { noAnswer: NoAnswer }> {
    const { limits, tls } = this.endpoint;
    // The pool's own timeouts are between two bytes; a server that drips needs an end too. What has come by then and
    // waits to be read, because this process was busy, is in time: it is read before the next check phase.
    const controller = new AbortController();
    const end = setTimeout(() => setImmediate(() => controller.abort()), limits.timeoutMs);
    try {
      if (headerOf(request.headers, 'expect') === undefined)
        return { response: await this.#request(request, url, controller.signal) };
      await this.#makeRoom();
      const options = { tls, clock: this.clock, signal: controller.signal };
      return { response: await sendExpecting(request, new URL(url), options) };
    } catch (error) {
      return { noAnswer: noAnswerOf(error, this.endpoint, controller.signal.aborted) };
    } finally {
      clearTimeout(end);
    }
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }

  #newPool(): Pool {
    const { limits, tls } = this.endpoint;
    return new Pool(this.#base.origin, {
      connections: limits.concurrency,
      pipelining: 1,
      connect: connector(tls, limits.timeoutMs),
      headersTimeout: limits.timeoutMs,
      bodyTimeout: limits.timeoutMs,
    });
  }

  /** Closes the one connection that a target gets at a time, which is idle now: the next request has its own. */
  async #makeRoom(): Promise<void> {
    if (this.endpoint.limits.concurrency > 1) return;
    const full = this.#pool;
    this.#pool = this.#newPool();
    await full.close();
  }

  async #request(request: WireRequest, url: string, signal: AbortSignal): Promise<WireResponse> {
    const answer = await this.#pool.request({
      method: request.method as 'POST',
      path: url.slice(this.#base.origin.length),
      ...writtenRequest(request, this.#base, this.clock, signal),
      responseHeaders: 'raw',
      signal,
    });
    const headers = headerPairs(answer.headers as unknown as string[]);
    return {
      status: answer.statusCode,
      headers,
      ...(await readBody(answer.body as AsyncIterable<Buffer>, headers)),
    };
  }
}
