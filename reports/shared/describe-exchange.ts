import type { Body, Exchange, Mutation } from '../../schemas/generated/result.js';
import { shorten } from './shorten.js';

/** How long a value may be in a line that describes an exchange, in characters. */
const longest = 64;

/** What was sent, in one line: the mutation with its field and both values, or that it was the control. */
export function describeSent(exchange: Exchange): string {
  const { mutation } = exchange;
  if (mutation) return describeMutation(mutation);
  const line = `${exchange.request.method} ${shorten(exchange.request.url, longest)}`;
  return exchange.purpose === 'control' ? `the control: ${line}` : line;
}

/** What came back, in one line: status, code and message of the body, or why there is no answer. */
export function describeAnswer(exchange: Exchange): string {
  const { response, noAnswer } = exchange;
  if (noAnswer) return `no answer (${noAnswer.kind}): ${shorten(noAnswer.message, longest)}`;
  if (!response) return 'no answer';
  const said = describeBody(response.body);
  return said === '' ? `HTTP ${response.status}` : `HTTP ${response.status}, ${said}`;
}

function describeMutation({ name, field, before, after }: Mutation): string {
  if (before === undefined && after === undefined) return `${name} (${field})`;
  const from = before === undefined ? 'absent' : shorten(before, longest) || 'empty';
  const to = after === undefined ? 'absent' : shorten(after, longest) || 'empty';
  return `${name} (${field}: ${from} → ${to})`;
}

function describeBody(body: Body): string {
  if (body.base64 !== undefined) return `a body of ${body.bytes} bytes that isn't text`;
  const text = body.text ?? '';
  if (text === '') return 'no body';
  const told = codeAndMessage(text);
  return told === '' ? shorten(text, longest) : shorten(told, longest);
}

function codeAndMessage(text: string): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return '';
  }
  if (typeof value !== 'object' || value === null) return '';
  const { responseCode, responseMessage } = value as Record<string, unknown>;
  return [responseCode, responseMessage]
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join(' ');
}
