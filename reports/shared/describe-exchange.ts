import type { Body, Exchange, Mutation } from '../../schemas/generated/result.js';
import { type Language, say } from '../../src/messages/message.js';
import { render } from '../../src/messages/render.js';
import { shorten } from './shorten.js';

/** How long a value may be in a line that describes an exchange, in characters. */
const longest = 64;

/** What was sent, in one line: the mutation with its field and both values, or that it was the control. */
export function describeSent(exchange: Exchange, lang: Language = 'en'): string {
  const { mutation } = exchange;
  if (mutation) return describeMutation(mutation, lang);
  const line = `${exchange.request.method} ${shorten(exchange.request.url, longest)}`;
  return exchange.purpose === 'control'
    ? render(say('report/exchange/control', { line }), lang)
    : line;
}

/** What came back, in one line: status, code and message of the body, or why there is no answer. */
export function describeAnswer(exchange: Exchange, lang: Language = 'en'): string {
  const { response, noAnswer } = exchange;
  if (noAnswer) {
    const { kind } = noAnswer;
    const message = shorten(noAnswer.message, longest);
    return render(say('report/exchange/no-answer-because', { kind, message }), lang);
  }
  if (!response) return render(say('report/exchange/no-answer'), lang);
  const said = describeBody(response.body, lang);
  return said === '' ? `HTTP ${response.status}` : `HTTP ${response.status}, ${said}`;
}

function describeMutation({ name, field, before, after }: Mutation, lang: Language): string {
  if (before === undefined && after === undefined) return `${name} (${field})`;
  const [absent, empty] = [say('report/exchange/absent'), say('report/exchange/empty')].map(
    (message) => render(message, lang),
  );
  const shown = (value: string | undefined) =>
    value === undefined ? absent : shorten(value, longest) || empty;
  const [from, to] = [shown(before), shown(after)];
  return `${name} (${field}: ${from} → ${to})`;
}

function describeBody(body: Body, lang: Language): string {
  if (body.base64 !== undefined)
    return render(say('report/exchange/not-text', { bytes: body.bytes }), lang);
  const text = body.text ?? '';
  if (text === '') return render(say('report/exchange/no-body'), lang);
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
