import type { WireHeaders } from '../../src/engine/http/wire.js';
import type { Draft, Mutation, TokenDraft } from '../../src/engine/request/draft.js';
import { say, type Text } from '../../src/messages/message.js';
import { parseTimestamp, type TimestampForm } from '../../src/protocol/timestamp.js';
import { timestampForms } from '../../src/protocol/timestamp-forms.js';

/** The named differences from the control that the suites of several services make. */

/** Another X-TIMESTAMP, signed as it stands. */
export function withTimestamp<D extends Draft = TokenDraft>(text: string, name: Text): Mutation<D> {
  return { name, field: 'header X-TIMESTAMP', apply: (draft) => ({ ...draft, timestamp: text }) };
}

/** X-TIMESTAMP written again from the control's own instant, epoch milliseconds, and form. */
export function rewritten<D extends Draft = TokenDraft>(
  name: Text,
  write: (instant: number, form: TimestampForm) => string,
): Mutation<D> {
  return {
    name,
    field: 'header X-TIMESTAMP',
    apply: (draft) => {
      const own = parseTimestamp(draft.timestamp, timestampForms);
      if (!own.ok) throw new Error(`the control's own timestamp is ${draft.timestamp}`);
      return { ...draft, timestamp: write(own.instant, own.form) };
    },
  };
}

/** Headers renamed, added or put in another order. */
export function withHeaders<D extends Draft = TokenDraft>(
  name: Text,
  edit: (headers: WireHeaders) => WireHeaders,
  field = 'headers',
): Mutation<D> {
  return { name, field, apply: (draft) => ({ ...draft, editHeaders: edit }) };
}

/** The same over HTTP/1.1, whatever the target speaks: HTTP/2 has no form for it. */
export function overHttp1<D extends Draft = TokenDraft>(mutation: Mutation<D>): Mutation<D> {
  return { ...mutation, apply: (draft) => ({ ...mutation.apply(draft), http1: true }) };
}

const isNamed = (name: string, header: string) => name.toLowerCase() === header.toLowerCase();

/** A header left out; the signature is that of the control. */
export function withoutHeader<D extends Draft = TokenDraft>(header: string): Mutation<D> {
  return withHeaders(
    say('shared/request/left-out', { field: header }),
    (all) => all.filter(([name]) => !isNamed(name, header)),
    `header ${header}`,
  );
}

/** A header with another value, added when the control has none; the signature is that of the control. */
export function headerValue<D extends Draft = TokenDraft>(
  header: string,
  value: string,
  name: Text,
): Mutation<D> {
  return withHeaders(
    name,
    (all) =>
      all.some(([each]) => isNamed(each, header))
        ? all.map(([each, own]) => [each, isNamed(each, header) ? value : own])
        : [...all, [header, value]],
    `header ${header}`,
  );
}

/** A header sent without a value; the signature is that of the control. */
export function emptyHeader<D extends Draft = TokenDraft>(header: string): Mutation<D> {
  return headerValue(header, '', say('shared/request/header-empty', { header }));
}

/** Another Content-Type for the same body. */
export function contentType<D extends Draft = TokenDraft>(value: string, name: Text): Mutation<D> {
  return {
    name,
    field: 'header Content-Type',
    apply: (draft) => ({ ...draft, contentType: value }),
  };
}

/** Another body; a signature covers the new one. */
export function withBody<D extends Draft = TokenDraft>(
  content: string | Buffer,
  name: Text,
  field = 'body',
): Mutation<D> {
  return { name, field, apply: (draft) => ({ ...draft, body: Buffer.from(content as string) }) };
}
