import { servedPaths } from '../../../protocol/served-paths.js';
import { mediaTypes } from '../../../protocol/token-body.js';
import type { Explain, RefusedRequest } from './refused-request.js';
import { quoted, sentHeader } from './refused-request.js';

/** Why no service is found at a path. */
export const unknownPath: Explain = ({ rules }) => {
  const { prefix, calls } = rules;
  const { 'token-b2b': b2b, 'token-b2b2c': customer, transaction } = rules.profile.services;
  const served = [
    ...(b2b.offered ? servedPaths(b2b) : []).map((path) => `POST ${prefix}${path}`),
    `POST ${prefix}${customer.path}`,
    ...(transaction.offered ? calls : []).map(({ method, path }) => `${method} ${prefix}${path}`),
  ];
  return {
    why: 'the sandbox has no service at this path',
    remedy: `send it to one of these: ${served.join(', ')}`,
  };
};

/** Why a method is refused. */
export const wrongMethod: Explain = ({ service, received, rules }) => {
  const called = rules.calls.find(({ path }) => received.path === `${rules.prefix}${path}`);
  const taken = (service === 'transaction' && called?.method) || 'POST';
  return received.method === taken
    ? undefined
    : { why: `the service does not take ${received.method}`, remedy: `send ${taken}` };
};

/** Why a media type is refused. */
export const wrongContentType: Explain = (request) => {
  const { body } = request.rules.profile.services['token-b2b'];
  return {
    why: `Content-Type is ${quoted(sentHeader(request, 'Content-Type'))}`,
    remedy: `send ${mediaTypes[request.service === 'token-b2b' ? body : 'json']}`,
  };
};

/** Why a body can't be read. */
export const malformedBody: Explain = (request) => {
  const why = bodyProblem(request);
  return why === undefined
    ? undefined
    : { why: `the body ${why}`, remedy: 'send one JSON object in UTF-8, each name in it once' };
};

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function bodyProblem({ received, refused, service }: RefusedRequest): string | undefined {
  if (received.tooLarge) return 'is larger than 64 kB';
  if (refused.step !== 'body') return undefined;
  if (received.body.length === 0) return 'is empty';
  let text: string;
  try {
    text = utf8.decode(received.body);
  } catch {
    return 'is not in UTF-8';
  }
  if (text.startsWith('\ufeff')) return 'begins with a byte order mark';
  try {
    const value: unknown = JSON.parse(text);
    if (service !== 'transaction' && (typeof value !== 'object' || !value || Array.isArray(value)))
      return 'is no JSON object';
  } catch {
    return 'is not valid JSON';
  }
  return service === 'transaction' ? undefined : 'has a name twice';
}
