import { Pool } from 'undici';
import type { TargetPlan, Way } from '../plan/plan.js';
import type { Clock } from './clock.js';
import { decodeContent } from './content-coding.js';
import { sendExpecting } from './expect-continue.js';
import { noAnswerOf } from './no-answer.js';
import { connectorOf } from './way/connector.js';
import { needsHttp1 } from './way/needs-http1.js';
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
  /** For what needs HTTP/1.1 while the others may go over HTTP/2; made when it is needed. */
  #http1: Pool | undefined;
  readonly #base: URL;
  #speaksHttp2 = false;

  constructor(
    private readonly endpoint: Endpoint,
    private readonly clock: Clock,
  ) {
    this.#base = new URL(endpoint.baseUrl);
    this.#pool = this.#poolOf(endpoint, (protocol) => {
      this.#speaksHttp2 = protocol === 'h2';
    });
  }

  #poolOf(way: Way, onProtocol?: Parameters<typeof connectorOf>[3]): Pool {
    const { limits } = this.endpoint;
    return new Pool(this.#base.origin, {
      connections: limits.concurrency,
      pipelining: 1,
      connect: connectorOf(this.#base, way, limits.timeoutMs, onProtocol),
      headersTimeout: limits.timeoutMs,
      bodyTimeout: limits.timeoutMs,
      maxResponseSize: maxBodyBytes,
    });
  }

  #poolFor(request: WireRequest): Pool {
    const { http2, ...overHttp1 } = this.endpoint;
    if (!http2 || !needsHttp1(request)) return this.#pool;
    this.#http1 ??= this.#poolOf(overHttp1);
    return this.#http1;
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

  async close(): Promise<void> {
    await Promise.all([this.#pool.destroy(), this.#http1?.destroy()]);
  }

  async #request(request: WireRequest, url: string, signal: AbortSignal): Promise<WireResponse> {
    const pool = this.#poolFor(request);
    const answer = await pool.request({
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
      ...(pool === this.#pool && this.#speaksHttp2 && { http2: true as const }),
    };
  }
}

class TooSlow extends Error {
  override readonly name = 'TimeoutError';
}
