import { Pool } from 'undici';
import type { TargetPlan, Way } from '../plan/plan.js';
import type { Clock } from './clock.js';
import { decodeContent } from './content-coding.js';
import { sendExpecting } from './expect-continue.js';
import { noAnswerOf } from './no-answer.js';
import { connectorOf } from './way/connector.js';
import {
  headerOf,
  headerPairs,
  type NoAnswer,
  type WireRequest,
  type WireResponse,
} from './wire.js';
import { writtenRequest } from './written-request.js';

/** More of an answer than this is not read: no SNAP message comes near it. */
const maxBodyBytes = 1024 * 1024;

/** What a request is sent to, and how. */
export type Endpoint = Pick<TargetPlan, 'baseUrl' | 'limits' | keyof Way>;

/** The connections to one target: takes one request there, and its answer back. */
export class Transport {
  readonly #pool: Pool;
  readonly #base: URL;

  constructor(
    private readonly endpoint: Endpoint,
    private readonly clock: Clock,
  ) {
    const { baseUrl, limits } = endpoint;
    this.#base = new URL(baseUrl);
    this.#pool = new Pool(this.#base.origin, {
      connections: limits.concurrency,
      pipelining: 1,
      connect: connectorOf(this.#base, endpoint, limits.timeoutMs),
      headersTimeout: limits.timeoutMs,
      bodyTimeout: limits.timeoutMs,
      maxResponseSize: maxBodyBytes,
    });
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
    const { limits } = this.endpoint;
    // The pool's own timeouts are between two bytes; a server that drips needs an end too.
    const controller = new AbortController();
    const end = setTimeout(() => controller.abort(new TooSlow()), limits.timeoutMs);
    try {
      if (headerOf(request.headers, 'expect') === undefined)
        return { response: await this.#request(request, url, controller.signal) };
      const options = {
        way: this.endpoint,
        clock: this.clock,
        signal: controller.signal,
        maxBodyBytes,
      };
      return { response: await sendExpecting(request, new URL(url), options) };
    } catch (error) {
      return { noAnswer: noAnswerOf(error, this.endpoint) };
    } finally {
      clearTimeout(end);
    }
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }

  async #request(request: WireRequest, url: string, signal: AbortSignal): Promise<WireResponse> {
    const answer = await this.#pool.request({
      method: request.method as 'POST',
      path: url.slice(this.#base.origin.length),
      ...writtenRequest(request, this.#base, this.endpoint, this.clock, signal),
      responseHeaders: 'raw',
      signal,
    });
    const pairs = headerPairs(answer.headers as unknown as string[]);
    const coded = Buffer.from(await answer.body.arrayBuffer());
    const coding = headerOf(pairs, 'content-encoding');
    return {
      status: answer.statusCode,
      headers: pairs,
      body: await decodeContent(coded, coding, maxBodyBytes),
    };
  }
}

class TooSlow extends Error {
  override readonly name = 'TimeoutError';
}
