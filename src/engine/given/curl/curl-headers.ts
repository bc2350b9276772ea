import type { WireHeaders } from '../../http/wire.js';
import { placeAt, unreadable } from '../given-problem.js';
import type { GivenOptions } from '../given-request.js';
import { headerLines, headerName } from '../header-lines.js';
import type { Argument } from './arguments.js';

/** The headers that curl sends, and what only a shell knows of them, by name in lower case. */
export interface CurlHeaders {
  headers: WireHeaders;
  open: Map<string, string>;
}

/** Options that write a header of their own. */
const shorthands: Readonly<Record<string, string>> = {
  'user-agent': 'User-Agent',
  referer: 'Referer',
  cookie: 'Cookie',
};

/**
 * The headers of `-H` and of the options that stand for one. `Name:` takes one out, `Name;` sends an empty one, `@file`
 * holds one a line.
 *
 * @throws InputProblem for a text that is no header.
 */
export function curlHeaders(
  args: readonly Argument[],
  text: string,
  { file, readFile }: GivenOptions,
): CurlHeaders {
  const headers: WireHeaders = [];
  const open = new Map<string, string>();
  const add = (name: string, value: string, opened?: string) => {
    headers.push([name, value]);
    if (opened !== undefined) open.set(name.toLowerCase(), opened);
  };
  for (const { name, value, open: opened, at } of args) {
    const shorthand = shorthands[name];
    if (shorthand !== undefined) add(shorthand, value, opened);
    else if (name === 'oauth2-bearer') add('Authorization', `Bearer ${value}`, opened);
    else if (name === 'user')
      add('Authorization', `Basic ${Buffer.from(value).toString('base64')}`, opened);
    else if (name === 'header' && value.startsWith('@'))
      headers.push(...headersOfFile(readFile(value.slice(1)).toString('utf8'), value.slice(1)));
    else if (name === 'header') {
      const [, empty] = /^([^:;]+);\s*$/.exec(value) ?? [];
      const colon = value.indexOf(':');
      const named = empty ?? value.slice(0, Math.max(colon, 0)).trim();
      if (!headerName.test(named))
        throw unreadable('the value of this -H is no header: a name, a colon, a value', {
          file: placeAt(file, text, at),
          remedy:
            "Put each header in quotes as a whole: -H 'X-TIMESTAMP: 2024-03-19T11:46:16+07:00'.",
        });
      const content = empty === undefined ? value.slice(colon + 1).trim() : '';
      if (empty !== undefined || content !== '') add(named, content, opened);
    }
  }
  return { headers, open };
}

function headersOfFile(text: string, file: string): WireHeaders {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => line.trim() === '');
  return headerLines(end < 0 ? lines : lines.slice(0, end), file, 1);
}
