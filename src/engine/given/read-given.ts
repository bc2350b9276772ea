import { readJson } from '../input/read-data.js';
import { isObject } from '../input/text.js';
import { holdsCurl } from './curl/find-command.js';
import { readCurl } from './curl/read-curl.js';
import { unreadable } from './given-problem.js';
import type { GivenOptions, GivenRequest } from './given-request.js';
import { isHar, readHar } from './har.js';
import { headerName } from './header-lines.js';
import { readHeaders } from './headers-text.js';
import { readHttp, requestLine } from './http-text.js';
import { isPostman, readPostman } from './postman.js';
import { isSignedJson, readSignedJson } from './signed-json.js';

/**
 * Reads a request of any kind that people have at hand; its content shows which: a curl command, a HAR file or an entry
 * of one, a Postman collection, HTTP/1.1 as it goes over the wire, headers alone, or what `sign` prints as JSON.
 *
 * @throws InputProblem that says what is wrong, where, and how to mend it, and repeats nothing of the content.
 */
export function readGiven(content: Buffer, options: GivenOptions): GivenRequest {
  const { file } = options;
  const bytes = asUtf8(content);
  const text = bytes.toString('utf8');
  if (text.trim() === '')
    throw unreadable('there is no request in it: it is empty', {
      file,
      remedy: 'Paste a curl command, an HTTP request or a HAR file.',
    });
  if (/^\s*[{[]/.test(text)) return readData(readJson(text, file), options);
  const verbose = ofVerboseCurl(text);
  if (verbose !== undefined) return readHttp(Buffer.from(verbose), options);
  const line = firstLine(text);
  if (requestLine.test(line) && !/^curl(?:\.exe)?\s/i.test(line)) return readHttp(bytes, options);
  if (holdsCurl(text)) return readCurl(text, options);
  refuseOthers(text, line, file);
  if (headerName.test(line.split(':')[0] ?? '') && line.includes(':'))
    return readHeaders(text, options);
  throw unreadable('this is no request of a kind that is known', {
    file,
    remedy:
      'Give a curl command, an HTTP request that begins with its request line, a HAR file or a Postman collection.',
  });
}

function readData(data: unknown, options: GivenOptions): GivenRequest {
  if (isHar(data)) return readHar(data, options);
  if (isPostman(data)) return readPostman(data, options);
  if (isSignedJson(data)) return readSignedJson(data, options);
  const { file } = options;
  if (isObject(data) && Array.isArray(data['exchanges']))
    throw unreadable('this is a result of a run, not a recording', {
      file,
      remedy: `Write a HAR of it, and give that: snap-conformance report ${file} --reporter har.`,
    });
  throw unreadable('this JSON is no HAR, no entry of one and no Postman collection', {
    file,
    remedy:
      'A HAR has its requests in log.entries, an entry in request, a collection in item. A body goes to --body FILE.',
  });
}

/** Windows saves text as UTF-16, and with a byte order mark. */
function asUtf8(content: Buffer): Buffer {
  if (content[0] === 0xff && content[1] === 0xfe)
    return Buffer.from(content.subarray(2).toString('utf16le'));
  return content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf
    ? content.subarray(3)
    : content;
}

/** The first line that isn't empty and no comment. */
function firstLine(text: string): string {
  return (
    text
      .split(/\r?\n/, 200)
      .find((line) => line.trim() !== '' && !/^\s*(?:#|\/\/|@[\w-]+\s*=)/.test(line)) ?? ''
  );
}

/** The request in what `curl --verbose` prints: the lines that begin with `>`. Bodies aren't among them. */
function ofVerboseCurl(text: string): string | undefined {
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => line.startsWith('> ') && requestLine.test(line.slice(2)));
  if (first < 0 || !lines.slice(0, first).every((line) => /^(?:[*{}<>]|\s|$|\$)/.test(line)))
    return undefined;
  const sent = lines.slice(first).filter((line) => line.startsWith('>'));
  return `${sent.map((line) => line.slice(2)).join('\r\n')}\r\n`;
}

/** @throws InputProblem for what is known, and isn't read. */
function refuseOthers(text: string, line: string, file: string): void {
  if (/^HTTP\/\d/.test(line))
    throw unreadable('this is a response, not a request', {
      file,
      remedy: 'Give the request that it answers.',
    });
  const [, tool] =
    /(?:^|\s)(Invoke-WebRequest|Invoke-RestMethod|wget|fetch\(|https?(?= (?:GET|POST|PUT|PATCH|DELETE) ))/i.exec(
      text,
    ) ?? [];
  if (tool !== undefined)
    throw unreadable(`this is a call of ${tool.replace('(', '')}, which is not read`, {
      file,
      remedy: 'Copy the request as cURL: the menu of the browser has it beside this one.',
    });
}
