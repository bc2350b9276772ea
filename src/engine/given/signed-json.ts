import { isObject } from '../input/text.js';
import { addressOf } from './address.js';
import { unreadable } from './given-problem.js';
import type { GivenOptions, GivenRequest } from './given-request.js';
import { textOf } from './json-members.js';

/** Whether data is a request as `sign --format json` prints it. */
export function isSignedJson(data: unknown): boolean {
  return isObject(data) && typeof data['method'] === 'string' && isObject(data['headers']);
}

/**
 * A request as `sign --format json` prints it: method, path, headers by name, body.
 *
 * @throws InputProblem for a member of another type.
 */
export function readSignedJson(data: unknown, { file }: GivenOptions): GivenRequest {
  const path = textOf(data, 'path');
  const headers = isObject(data) && isObject(data['headers']) ? data['headers'] : {};
  if (path === undefined)
    throw unreadable('the request lacks its path', {
      file,
      pointer: '/path',
      remedy: 'Give the path as it was sent: "path": "/v1.0/balance-inquiry".',
    });
  const body = textOf(data, 'body');
  return {
    kind: 'json',
    method: (textOf(data, 'method') ?? '').toUpperCase(),
    ...(path.startsWith('/') ? { path } : addressOf(path, { file, pointer: '/path' })),
    headers: Object.entries(headers).map(([name, value]) => {
      if (typeof value === 'string') return [name, value];
      throw unreadable('the value of a header is no text', {
        file,
        pointer: '/headers',
        remedy: 'Write each value in double quotes.',
      });
    }),
    ...(body !== undefined && body !== '' && { body: Buffer.from(body) }),
    open: new Map(),
    place: { file },
  };
}
