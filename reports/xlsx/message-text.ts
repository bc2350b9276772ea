import type { Body, Exchange, Headers } from '../../schemas/generated/result.js';
import { bodyText } from '../shared/body-text.js';

/** The request of an exchange as HTTP writes it: its first line, headers, an empty line, the body. */
export function requestText({ request }: Exchange): string {
  const { method, url, headers, body } = request;
  return text(`${method} ${url}`, headers, body);
}

/** The answer of an exchange in the same form, or why there is none. */
export function responseText({ response, noAnswer }: Exchange): string {
  if (response) return text(`HTTP ${response.status}`, response.headers, response.body);
  return noAnswer ? `no answer (${noAnswer.kind}): ${noAnswer.message}` : 'no answer';
}

function text(first: string, headers: Headers, body: Body): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  return [first, ...lines, '', bodyText(body)].join('\n').trimEnd();
}
