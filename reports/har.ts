import type { Body, Exchange, Headers, Result } from '../schemas/generated/result.js';
import type { Report } from './report.js';
import { describeSent } from './shared/describe-exchange.js';

/**
 * exchanges.har, HTTP Archive 1.2: the exchanges that the result kept, redacted as they are there, in the order in
 * which they were sent, with a page for each target. Only an exchange as a whole is timed; its time is written as the
 * wait for the answer. An exchange without an answer has status 0, as browsers write it. Members that HAR doesn't know
 * begin with an underscore, as its specification asks.
 */
export const har: Report = { file: 'exchanges.har', render };

function render({ tool, run, targets, exchanges }: Result): string {
  const pageOf = new Map(targets.map(({ name }, index) => [name, `target-${index + 1}`]));
  const log = {
    version: '1.2',
    creator: { name: tool.name, version: tool.version },
    pages: targets.map(({ name, profile, baseUrl }) => ({
      startedDateTime: run.startedAt,
      id: pageOf.get(name),
      title: `${name} (${profile}) ${baseUrl}`,
      pageTimings: {},
    })),
    entries: exchanges
      .toSorted((one, other) => Date.parse(one.startedAt) - Date.parse(other.startedAt))
      .map((exchange) => entry(exchange, pageOf.get(exchange.target))),
  };
  return `${JSON.stringify({ log }, null, 2)}\n`;
}

function entry(exchange: Exchange, pageref: string | undefined): object {
  const { id, target, purpose, mutation, signed, startedAt, durationMs, attempts } = exchange;
  return {
    ...(pageref !== undefined && { pageref }),
    startedDateTime: startedAt,
    time: durationMs,
    request: request(exchange),
    response: response(exchange),
    cache: {},
    timings: { send: 0, wait: durationMs, receive: 0 },
    comment: `${id}: ${describeSent(exchange)}`,
    _snap: { id, target, purpose, mutation, signed, attempts },
  };
}

function request({ request: { method, url, headers, body }, http2 }: Exchange): object {
  const { uri, query } = partsOf(url);
  return {
    method,
    url: uri,
    httpVersion: http2 ? 'HTTP/2' : 'HTTP/1.1',
    cookies: [],
    headers: named(headers),
    queryString: query,
    ...(body.bytes > 0 && { postData: postData(headers, body) }),
    headersSize: -1,
    bodySize: body.bytes,
    ...(uri !== url && { _url: url }),
  };
}

/** HAR has no encoding for a posted body: one that is no text goes into a member of ours. */
function postData(headers: Headers, body: Body): object {
  return {
    mimeType: valueOf(headers, 'content-type'),
    text: body.text ?? '',
    ...(body.base64 !== undefined && { _base64: body.base64 }),
    ...(body.truncated && { comment: `Only the first part was kept, of ${body.bytes} bytes.` }),
  };
}

function response({ response: answer, noAnswer, http2 }: Exchange): object {
  const { status = 0, headers = [], body = { bytes: 0 } } = answer ?? {};
  return {
    status,
    statusText: '',
    httpVersion: answer ? (http2 ? 'HTTP/2' : 'HTTP/1.1') : '',
    cookies: [],
    headers: named(headers),
    content: {
      size: body.bytes,
      mimeType: valueOf(headers, 'content-type'),
      ...(body.text !== undefined && { text: body.text }),
      ...(body.base64 !== undefined && { text: body.base64, encoding: 'base64' }),
      ...(body.truncated && { comment: `Only the first part was kept, of ${body.bytes} bytes.` }),
    },
    redirectURL: valueOf(headers, 'location'),
    headersSize: -1,
    bodySize: answer ? body.bytes : -1,
    ...(noAnswer && { _error: `${noAnswer.kind}: ${noAnswer.message}` }),
  };
}

function named(headers: Headers): object[] {
  return headers.map(([name, value]) => ({ name, value }));
}

function valueOf(headers: Headers, name: string): string {
  return headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? '';
}

/** A probe may send a URL that is no URI (RFC 3986); HAR takes nothing else, and readers break on it. */
function partsOf(url: string): { uri: string; query: object[] } {
  if (!URL.canParse(url)) return { uri: 'about:invalid', query: [] };
  const { origin, pathname, search, searchParams } = new URL(url);
  const escaped = `${pathname}${search}`
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/[^\w.~:/?@!$&'()*+,;=%-]/g, encodeURIComponent);
  return { uri: origin + escaped, query: named([...searchParams]) };
}
