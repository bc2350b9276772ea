import { type Message, say } from '../../../messages/message.js';
import { headerOf, type WireHeaders } from '../wire.js';

/** Status line and headers of an answer, each line without its CRLF, as Latin-1. */
export interface AnswerHead {
  /** RFC 9110 section 15: 100 to 599, and what lies above, which some servers make up. */
  status: number;
  headers: WireHeaders;
}

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** What a value can't hold: control characters but for the tab (RFC 9110 section 5.5). */
const control = /[^\t\x20-\x7e\x80-\xff]/;
/** Longer lengths are beyond what a number holds exactly. */
const longestLength = 15;

/**
 * Reads the head of an answer (RFC 9112 sections 4 to 6), as strictly as a client has to if two of them are to agree on
 * where the answer ends.
 *
 * @param text all of it up to the empty line, that line not included
 * @returns what is wrong with it instead, as a message
 */
export function readHead(text: string): { head: AnswerHead } | { problem: Message } {
  const [statusLine = '', ...lines] = text.split('\r\n');
  const bare = /(?<!\r)\n|\r(?!\n)/.exec(text);
  if (bare) return problem(say('http/head/bare-line-end', { end: bare[0] === '\n' ? 'LF' : 'CR' }));
  const status = readStatus(statusLine);
  if (typeof status !== 'number') return status;
  const headers: WireHeaders = [];
  for (const line of lines) {
    const header = readHeader(line);
    if ('problem' in header) return header;
    headers.push(header.pair);
  }
  const length = lengthProblem(headers);
  return length ? problem(length) : { head: { status, headers } };
}

/** Says of a beginning whether it can still become an answer in HTTP/1; undefined if it can. */
export function beginProblem(start: string): Message | undefined {
  const wanted = 'HTTP/1.';
  if (start.slice(0, wanted.length) === wanted.slice(0, start.length)) return undefined;
  const version = /^HTTP\/\d+(?:\.\d+)?/.exec(start)?.[0];
  // The version may still be under way.
  if (/^HTTP\/[\d.]*$/.test(start)) return undefined;
  return version === undefined
    ? say('http/head/not-http', { start: start.slice(0, shown) })
    : say('http/head/version', { version });
}

/** Characters of what isn't HTTP that are shown. */
const shown = 20;

function readStatus(line: string): number | { problem: Message } {
  const wrong = beginProblem(line);
  if (wrong) return problem(wrong);
  const [, version = '', rest = ''] = /^(HTTP\/\S*) *(.*)$/.exec(line) ?? [];
  if (version !== 'HTTP/1.1' && version !== 'HTTP/1.0')
    return problem(say('http/head/version', { version: version.slice(0, shown) }));
  const [, text = ''] = /^(\S*)/.exec(rest) ?? [];
  const status = Number(text);
  return /^\d{3}$/.test(text) && status >= 100
    ? status
    : problem(say('http/head/status', { status: text.slice(0, shown) }));
}

function readHeader(line: string): { pair: [string, string] } | { problem: Message } {
  const colon = line.indexOf(':');
  if (colon === -1) return problem(say('http/head/no-colon', { line: line.slice(0, shown) }));
  const name = line.slice(0, colon);
  if (!token.test(name)) return problem(say('http/head/name', { name: name.slice(0, shown) }));
  const value = line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/g, '');
  if (control.test(value)) return problem(say('http/head/control-character', { name }));
  return { pair: [name, value] };
}

/** RFC 9112 section 6.3: with two lengths, or a length beside chunks, clients end the answer at different places. */
function lengthProblem(headers: WireHeaders): Message | undefined {
  const lengths = headers.filter(([name]) => name.toLowerCase() === 'content-length');
  const [, length] = lengths[0] ?? [];
  if (length === undefined) return undefined;
  if (lengths.length > 1) return say('http/head/lengths', { lengths: lengths.map(([, l]) => l) });
  if (!/^\d+$/.test(length) || length.length > longestLength)
    return say('http/head/length', { length: length.slice(0, longestLength) });
  return headerOf(headers, 'transfer-encoding') === undefined
    ? undefined
    : say('http/head/length-and-chunks');
}

function problem(message: Message): { problem: Message } {
  return { problem: message };
}
