import { isObject } from '../input/text.js';
import { addressOf } from './address.js';
import { chooseEntry, titleOf } from './choose-entry.js';
import { incomplete, unreadable } from './given-problem.js';
import type { GivenOptions, GivenRequest } from './given-request.js';
import { headersOf, listOf, textOf } from './json-members.js';

/** Whether data is a collection of Postman. */
export function isPostman(data: unknown): boolean {
  return isObject(data) && Array.isArray(data['item']);
}

/** A request of a collection, and where it is. */
interface Item {
  request: unknown;
  pointer: string;
}

/**
 * A request of a Postman collection, format 2.1, with the values that the collection has for its variables.
 *
 * @throws InputProblem for a collection without requests, and when it is open which one is meant.
 */
export function readPostman(data: unknown, { file, entry }: GivenOptions): GivenRequest {
  const values = new Map(
    listOf(data, 'variable').map((each) => [textOf(each, 'key'), textOf(each, 'value')]),
  );
  const filled = (text: string) =>
    // An empty value is one that everybody fills in for himself.
    text.replace(/\{\{([^{}]+)\}\}/g, (whole, name: string) => values.get(name.trim()) || whole);
  const items = itemsOf(data, '', 0);
  const choices = items.map(({ request }) => ({
    title: titleOf(textOf(request, 'method') ?? 'GET', urlOf(request) ?? ''),
    signed: listOf(request, 'header').some(
      (header) => textOf(header, 'key')?.toLowerCase() === 'x-signature',
    ),
  }));
  const { request, pointer = '' } =
    items[chooseEntry(choices, entry, { file, pointer: '/item' })] ?? {};
  const url = urlOf(request);
  if (url === undefined)
    throw unreadable('the request lacks its URL', {
      file,
      pointer,
      remedy: 'Export the collection again, in the format 2.1.',
    });
  const headers = headersOf(listOf(request, 'header'), 'key', file, `${pointer}/header`);
  return {
    kind: 'postman',
    method: (textOf(request, 'method') ?? 'GET').toUpperCase(),
    ...addressOf(filled(url), { file, pointer: `${pointer}/url` }),
    headers: headers.map(([name, value]) => [name, filled(value)]),
    ...bodyOf(isObject(request) ? request['body'] : undefined, filled, {
      file,
      pointer: `${pointer}/body`,
    }),
    open: new Map(),
    place: { file, pointer },
  };
}

/** Folders of folders beyond this hold nothing that anybody has made by hand. */
const deepest = 50;

function itemsOf(folder: unknown, at: string, depth: number): Item[] {
  if (depth > deepest) return [];
  return listOf(folder, 'item').flatMap((item, index) => {
    const pointer = `${at}/item/${index}`;
    if (!isObject(item)) return [];
    if (item['request'] === undefined) return itemsOf(item, pointer, depth + 1);
    const { request } = item;
    return [
      {
        request: typeof request === 'string' ? { method: 'GET', url: request } : request,
        pointer: `${pointer}/request`,
      },
    ];
  });
}

function urlOf(request: unknown): string | undefined {
  return textOf(request, 'url') ?? textOf(isObject(request) ? request['url'] : undefined, 'raw');
}

function bodyOf(
  body: unknown,
  filled: (text: string) => string,
  place: { file: string; pointer: string },
): Pick<GivenRequest, 'body' | 'bodyProblem'> {
  if (!isObject(body) || body['disabled'] === true || body['mode'] === undefined) return {};
  const raw = filled(textOf(body, 'raw') ?? '');
  if (body['mode'] === 'raw' && !/\{\{[\w$ .-]+\}\}/.test(raw))
    return raw === '' ? {} : { body: Buffer.from(raw) };
  return {
    bodyProblem: incomplete(
      body['mode'] === 'raw'
        ? 'the body holds a variable that the collection has no value for'
        : 'the body is put together by Postman as it is sent, and not known byte for byte',
      { ...place, remedy: 'Give it as it was sent, with --body FILE.' },
    ),
  };
}
