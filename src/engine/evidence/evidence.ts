import { isUtf8 } from 'node:buffer';
import type { Body, Exchange } from '../../../schemas/generated/result.js';
import type { Text } from '../../messages/message.js';
import { wordedWithout } from '../../messages/render.js';
import type { Sent, WireHeaders, WireRequest } from '../http/wire.js';
import { headerOf } from '../http/wire.js';
import { pointerTokens, valueAt } from '../input/json-pointer.js';
import type { Redaction } from './redact.js';

/** Bytes of a body that the evidence keeps. */
const keptBytes = 8 * 1024;
/** Characters of a header value that the evidence keeps. */
const keptHeader = 4 * 1024;

/** What an exchange was for, besides the exchange itself. */
export interface ExchangeContext {
  target: string;
  purpose: Exchange['purpose'];
  mutation?: { name: Text; field: string };
  /** The control that the probe differs from, composed for the same instant. */
  control?: WireRequest;
}

/**
 * Characters of a text that are searched for secrets, so that a long body costs no more than a page. It is
 * far more than what is kept, so that no secret that begins in what is kept ends where nobody looks.
 */
const searched = 64 * 1024;
/** A shorter part of a secret isn't known as one: where the search ends, so much is left out. */
const unrecognised = 16;

/** An exchange as the result stores it: redacted, bodies and headers cut to size. */
export function recordExchange(
  id: string,
  sent: Sent,
  context: ExchangeContext,
  redact: Redaction,
): Exchange {
  const { request, response, noAnswer } = sent;
  const { message: algorithm, says } = wordedWithout(redact, request.signed.algorithm);
  return {
    id,
    target: context.target,
    purpose: context.purpose,
    ...(context.mutation && {
      mutation: describeMutation(context.mutation, request, context.control, redact),
    }),
    signed: {
      stringToSign: cut(request.signed.stringToSign, redact.text),
      algorithm,
      ...(says && { says }),
    },
    request: {
      method: request.method,
      url: redact.url(sent.url),
      headers: showHeaders(request.headers, redact),
      body: showBody(request.body, redact),
    },
    ...(response && {
      response: {
        status: response.status,
        headers: showHeaders(response.headers, redact),
        body: showBody(response.body, redact),
      },
    }),
    ...(noAnswer && {
      noAnswer: { kind: noAnswer.kind, ...wordedWithout(redact, noAnswer.message) },
    }),
    ...(response?.http2 && { http2: true as const }),
    startedAt: new Date(sent.startedAt).toISOString(),
    durationMs: Math.round(sent.durationMs * 1000) / 1000,
    attempts: sent.attempts,
  };
}

function describeMutation(
  { name, field }: { name: Text; field: string },
  request: WireRequest,
  control: WireRequest | undefined,
  redact: Redaction,
): NonNullable<Exchange['mutation']> {
  const { message, says } = wordedWithout(redact, name);
  const after = fieldOf(request, field);
  const before = control && fieldOf(control, field);
  return {
    name: message,
    ...(says && { says }),
    field,
    ...(before !== undefined && { before: showField(field, before, redact) }),
    ...(after !== undefined && { after: showField(field, after, redact) }),
  };
}

function showField(field: string, text: string, redact: Redaction): string {
  if (text === absent) return text;
  const [part, name = ''] = field.split(' ', 2);
  if (part === 'header') return cut(text, (shown) => redact.header(name, shown));
  if (part === 'body' && name !== '')
    return cut(text, (shown) => redact.member(pointerTokens(name).at(-1) ?? '', shown));
  return cut(text, redact.text);
}

/** What stands for a field that a request doesn't have. */
const absent = '(absent)';

/** The text of a mutation's field in a request; `(absent)` if it isn't there. */
function fieldOf(request: WireRequest, field: string): string | undefined {
  const [part, name = ''] = field.split(' ', 2);
  switch (part) {
    case 'method':
      return request.method;
    case 'path':
      return request.path;
    case 'header':
      return headerOf(request.headers, name) ?? absent;
    case 'headers':
      return request.headers.map(([key]) => key).join(', ');
    case 'body':
      return name === ''
        ? (request.body?.toString('utf8') ?? absent)
        : memberOf(request.body, name);
    default:
      return undefined;
  }
}

function memberOf(body: Buffer | undefined, pointer: string): string | undefined {
  try {
    const value: unknown = JSON.parse(body?.toString('utf8') ?? '');
    if (typeof value !== 'object' || value === null) return undefined;
    const member = valueAt(value, pointer);
    return member === undefined ? absent : JSON.stringify(member);
  } catch {
    return undefined;
  }
}

function showHeaders(headers: WireHeaders, redact: Redaction): WireHeaders {
  return headers.map(([name, value]) => [
    redact.text(name),
    cut(value, (shown) => redact.header(name, shown)),
  ]);
}

function showBody(bytes: Buffer | undefined, redact: Redaction): Body {
  if (bytes === undefined || bytes.length === 0) return { bytes: 0, text: '' };
  const text = isUtf8(bytes) ? bytes.toString('utf8') : undefined;
  const { shown, whole } = redactHead(text ?? bytes.toString('latin1'), redact.text);
  const kept = shown.slice(0, keptBytes);
  return {
    bytes: bytes.length,
    ...(text === undefined
      ? { base64: Buffer.from(kept, 'latin1').toString('base64') }
      : { text: kept }),
    ...(!(whole && kept === shown) && { truncated: true }),
  };
}

/** Takes the secrets out of a text. */
type Redact = Redaction['text'];

/** The beginning of a text, redacted before it is cut, or half a secret could stand at the edge. */
function redactHead(text: string, redact: Redact): { shown: string; whole: boolean } {
  if (text.length <= searched) return { shown: redact(text), whole: true };
  return { shown: redact(text.slice(0, searched)).slice(0, -unrecognised), whole: false };
}

/** A header or another short text, redacted and cut to size. */
function cut(text: string, redact: Redact): string {
  const { shown, whole } = redactHead(text, redact);
  if (whole && shown.length <= keptHeader) return shown;
  return `${shown.slice(0, keptHeader)}… (${text.length} characters)`;
}
