import { placeholder } from '../evidence/credential-names.js';
import { isObject } from '../input/text.js';
import { addressOf } from './address.js';
import { chooseEntry, titleOf } from './choose-entry.js';
import { incomplete, unreadable } from './given-problem.js';
import type { GivenOptions, GivenRequest } from './given-request.js';
import { headersOf, listOf, textOf } from './json-members.js';

/** Whether data is a HAR, or an entry of one. */
export function isHar(data: unknown): boolean {
  return isObject(data) && (isObject(data['log']) || isObject(data['request']));
}

/**
 * The request of a HAR file or of one of its entries.
 *
 * Source: HTTP Archive 1.2, objects entries, request and postData.
 *
 * @throws InputProblem for a HAR without requests, and when it is open which one is meant.
 */
export function readHar(data: unknown, { file, entry }: GivenOptions): GivenRequest {
  if (!isObject(data) || !isObject(data['log'])) return readEntry(data, file, '');
  const entries = listOf(data['log'], 'entries');
  const choices = entries.map((each) => {
    const request = isObject(each) ? each['request'] : undefined;
    return {
      title: titleOf(textOf(request, 'method') ?? '', textOf(request, 'url') ?? ''),
      signed: listOf(request, 'headers').some(
        (header) => textOf(header, 'name')?.toLowerCase() === 'x-signature',
      ),
    };
  });
  const chosen = chooseEntry(choices, entry, { file, pointer: '/log/entries' });
  return readEntry(entries[chosen], file, `/log/entries/${chosen}`);
}

function readEntry(entry: unknown, file: string, at: string): GivenRequest {
  const request = isObject(entry) ? entry['request'] : undefined;
  const pointer = `${at}/request`;
  const method = textOf(request, 'method');
  // Our own reports have the URL as it was sent beside one that every reader takes.
  const url = textOf(request, '_url') ?? textOf(request, 'url');
  for (const [name, value] of Object.entries({ method, url }))
    if (value === undefined)
      throw unreadable(`the entry lacks ${name} of its request`, {
        file,
        pointer,
        remedy: `Export the recording again; a request has ${name}: "${name === 'url' ? 'https://…' : 'POST'}".`,
      });
  return {
    kind: 'har',
    method: (method ?? '').toUpperCase(),
    ...addressOf(url ?? '', { file, pointer: `${pointer}/url` }),
    headers: headersOf(listOf(request, 'headers'), 'name', file, `${pointer}/headers`),
    ...bodyOf(isObject(request) ? request['postData'] : undefined, isOurs(entry), {
      file,
      pointer: `${pointer}/postData`,
    }),
    open: new Map(),
    place: { file, pointer },
  };
}

const isOurs = (entry: unknown) => isObject(entry) && isObject(entry['_snap']);

type Body = Pick<GivenRequest, 'body' | 'bodyProblem'>;

function bodyOf(data: unknown, ours: boolean, place: { file: string; pointer: string }): Body {
  if (!isObject(data)) return {};
  if (ours && textOf(data, 'comment')?.startsWith('Only the first part'))
    return {
      bodyProblem: incomplete('the body is cut in the report', {
        ...place,
        remedy: 'Give it as it was sent, with --body FILE.',
      }),
    };
  const base64 =
    textOf(data, '_base64') ??
    (textOf(data, 'encoding') === 'base64' ? textOf(data, 'text') : undefined);
  if (base64 !== undefined) return decoded(base64, place);
  const text = textOf(data, 'text') ?? formOf(listOf(data, 'params'));
  if (ours && (/"[^"…]{6}…[^"…]{4}"|"…"/.test(text) || placeholder.test(text)))
    return {
      bodyProblem: incomplete('the body holds a token or a secret that a report has shortened', {
        ...place,
        remedy: 'Give it as it was sent, with --body FILE.',
      }),
    };
  return text === '' ? {} : { body: Buffer.from(text) };
}

function decoded(base64: string, place: { file: string; pointer: string }): Body {
  const text = base64.replace(/\s/g, '');
  if (/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text))
    return { body: Buffer.from(text, 'base64') };
  return {
    bodyProblem: incomplete('the body is said to be Base64, and is none', {
      ...place,
      remedy: 'Export the recording again, or give the body with --body FILE.',
    }),
  };
}

/** A form that is listed by its fields alone. */
function formOf(params: readonly unknown[]): string {
  const pairs = params.map((each): [string, string] => [
    textOf(each, 'name') ?? '',
    textOf(each, 'value') ?? '',
  ]);
  return new URLSearchParams(pairs).toString();
}
