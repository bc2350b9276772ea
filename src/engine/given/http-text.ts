import { headerOf } from '../http/wire.js';
import { addressOf } from './address.js';
import { incomplete, placeAt, unreadable } from './given-problem.js';
import type { GivenOptions, GivenRequest } from './given-request.js';
import { headerLines } from './header-lines.js';

/** Method, target and version. Clients of `.http` files leave the version out. */
export const requestLine = /^([A-Za-z]+)[ \t]+(\S+)(?:[ \t]+HTTP\/\d(?:\.\d)?)?[ \t]*$/;

/** Lines that `.http` files have before a request: a separator, comments, variables. */
const preamble = /^(?:#|\/\/|@[\w-]+\s*=|\s*$)/;

/**
 * A request as HTTP/1.1 writes it: request line, headers, an empty line, body; line ends of either kind.
 *
 * Source: RFC 9112, sections 2.1, 3 and 6.
 *
 * @throws InputProblem for a request line or a header that is none.
 */
export function readHttp(bytes: Buffer, { file }: GivenOptions): GivenRequest {
  // One character a byte, so that places in the text are places in the bytes.
  const text = bytes.toString('latin1');
  const all = text.split('\n');
  const first = all.findIndex((line) => !preamble.test(line));
  const start = all.slice(0, first).join('\n').length + (first > 0 ? 1 : 0);
  const [blank] = /\r?\n\r?\n/.exec(text.slice(start)) ?? [];
  const end = blank === undefined ? text.length : text.indexOf(blank, start);
  const head = bytes.subarray(start, end).toString('utf8').split(/\r?\n/);
  const [line = '', ...lines] = head;
  const [, method = '', target = ''] = requestLine.exec(line) ?? [];
  if (method === '')
    throw unreadable('the first line is no request line: a method, a path, HTTP/1.1', {
      file: `${file}:${first + 1}`,
      remedy: 'Begin with the request line, as in POST /v1.0/balance-inquiry HTTP/1.1.',
    });
  const headers = headerLines(lines.at(-1) === '' ? lines.slice(0, -1) : lines, file, first + 2);
  const place = { file: `${file}:${first + 1}` };
  return {
    kind: 'http',
    method: method.toUpperCase(),
    ...targetOf(target, headerOf(headers, 'Host'), place),
    headers,
    ...bodyOf(bytes.subarray(Math.min(end + (blank?.length ?? 0), bytes.length)), headers, () => ({
      file: placeAt(file, text, Math.min(end + (blank?.length ?? 0), text.length)),
    })),
    open: new Map(),
    place: { file },
  };
}

/** Source: RFC 9112 §3.2: origin-form and absolute-form. */
function targetOf(target: string, host: string | undefined, place: { file: string }) {
  if (target.includes('{{') || /^https?:/i.test(target)) return addressOf(target, place);
  if (!target.startsWith('/'))
    throw unreadable('the target of the request line is neither a path nor a URL', {
      ...place,
      remedy: 'Give the path as it was sent, from its slash on: /v1.0/balance-inquiry.',
    });
  const local = /^(?:localhost|127\.[\d.]+|\[::1\])(?::(?!443$)|$)/.test(host ?? '');
  const origin = `${local ? 'http' : 'https'}://${host}`;
  return {
    path: target.replace(/#.*$/, ''),
    ...(host !== undefined && URL.canParse(origin) && { origin: new URL(origin).origin }),
  };
}

type Body = Pick<GivenRequest, 'body' | 'bodyProblem'>;

function bodyOf(
  rest: Buffer,
  headers: GivenRequest['headers'],
  place: () => { file: string },
): Body {
  const length = headerOf(headers, 'Content-Length');
  if (length !== undefined && /^\d+$/.test(length)) {
    const bytes = Number(length);
    if (rest.length < bytes)
      return {
        bodyProblem: incomplete(
          `Content-Length says ${bytes} bytes, and ${rest.length} follow: the body is cut, or its line ends were changed`,
          {
            ...place(),
            remedy:
              'Paste the whole body; or give it as it was sent with --body FILE. If it was written by hand, leave Content-Length out.',
          },
        ),
      };
    return bytes === 0 ? {} : { body: rest.subarray(0, bytes) };
  }
  const whole = chunksOf(rest, headers) ?? writtenBody(rest);
  return whole.length === 0 ? {} : { body: whole };
}

/** The body of chunks (RFC 9112 §7.1); undefined if it isn't in chunks: logs often have it put together. */
function chunksOf(rest: Buffer, headers: GivenRequest['headers']): Buffer | undefined {
  if (!/\bchunked\b/i.test(headerOf(headers, 'Transfer-Encoding') ?? '')) return undefined;
  const chunks: Buffer[] = [];
  for (let at = 0; at < rest.length; ) {
    const [line, size = ''] =
      /^([0-9a-fA-F]+)[^\n]*\n/.exec(rest.toString('latin1', at, at + 100)) ?? [];
    if (line === undefined) return undefined;
    const from = at + line.length;
    const bytes = Number.parseInt(size, 16);
    if (bytes === 0) return Buffer.concat(chunks);
    if (from + bytes > rest.length) return undefined;
    chunks.push(rest.subarray(from, from + bytes));
    at = from + bytes + (rest[from + bytes] === 13 ? 2 : 1);
  }
  return undefined;
}

/** Editors end a file with a line end, which nobody sent, and `###` begins the next request of an `.http` file. */
function writtenBody(rest: Buffer): Buffer {
  const [next] = /(?:^|\r?\n)\s*###/.exec(rest.toString('latin1')) ?? [];
  const body = next === undefined ? rest : rest.subarray(0, rest.indexOf(next, 0, 'latin1'));
  if (body.at(-1) !== 10) return body;
  return body.subarray(0, body.at(-2) === 13 ? -2 : -1);
}
