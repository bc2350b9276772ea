import type { Mutation, Signing, TokenDraft } from '../../src/engine/draft.js';
import type { WireHeaders } from '../../src/engine/wire.js';
import { parseTimestamp, type TimestampForm } from '../../src/protocol/timestamp.js';

/** The named differences from the control that the suites of this service make. */

/** Another X-TIMESTAMP, signed as it stands. */
export function timestamp(text: string, name: string): Mutation {
  return { name, field: 'header X-TIMESTAMP', apply: (draft) => ({ ...draft, timestamp: text }) };
}

/** X-TIMESTAMP written anew from the control's own instant, epoch milliseconds, and form. */
export function rewritten(
  name: string,
  write: (instant: number, form: TimestampForm) => string,
): Mutation {
  return {
    name,
    field: 'header X-TIMESTAMP',
    apply: (draft) => {
      const own = parseTimestamp(draft.timestamp);
      if (!own.ok) throw new Error(`the control's own timestamp is ${draft.timestamp}`);
      return { ...draft, timestamp: write(own.instant, own.form) };
    },
  };
}

/** Another X-CLIENT-KEY, signed as it stands with the client's own key. */
export function clientId(text: string, name: string): Mutation {
  return { name, field: 'header X-CLIENT-KEY', apply: (draft) => ({ ...draft, clientId: text }) };
}

/** Another way to sign; everything else stays. */
export function signing(
  name: string,
  change: (right: Signing, draft: TokenDraft) => Partial<Signing>,
): Mutation {
  return {
    name,
    field: 'header X-SIGNATURE',
    apply: (draft) => ({
      ...draft,
      signing: {
        ...draft.signing,
        algorithm: `${draft.signing.algorithm}, ${name}`,
        ...change(draft.signing, draft),
      },
    }),
  };
}

/** A right signature, but over another timestamp text than the one that is sent. */
export function signedOver(sent: string, signed: string, name: string): Mutation {
  return {
    name,
    field: 'header X-SIGNATURE',
    apply: (draft) => ({
      ...draft,
      timestamp: sent,
      signing: { ...draft.signing, stringToSign: (id) => draft.signing.stringToSign(id, signed) },
    }),
  };
}

/** The right signature's bytes, changed. */
export function signatureBytes(name: string, change: (bytes: Buffer) => Buffer): Mutation {
  return signing(name, (right) => ({ encode: (bytes) => right.encode(change(bytes)) }));
}

/** The right signature's text, changed. */
export function signatureText(
  name: string,
  change: (text: string, bytes: Buffer) => string,
): Mutation {
  return signing(name, (right) => ({ encode: (bytes) => change(right.encode(bytes), bytes) }));
}

/** A header left out; the signature is that of the control. */
export function withoutHeader(header: string): Mutation {
  return {
    name: `${header} was left out`,
    field: `header ${header}`,
    apply: (draft) => ({
      ...draft,
      editHeaders: (headers) => headers.filter(([name]) => name !== header),
    }),
  };
}

/** A header sent without a value; the signature is that of the control. */
export function emptyHeader(header: string): Mutation {
  return {
    name: `${header} was empty`,
    field: `header ${header}`,
    apply: (draft) => ({
      ...draft,
      editHeaders: (headers) =>
        headers.map(([name, value]) => [name, name === header ? '' : value]),
    }),
  };
}

/** Headers renamed, added or put in another order. */
export function headers(
  name: string,
  edit: (headers: WireHeaders) => WireHeaders,
  field = 'headers',
): Mutation {
  return { name, field, apply: (draft) => ({ ...draft, editHeaders: edit }) };
}

/** Another Content-Type for the same body. */
export function contentType(value: string, name: string): Mutation {
  return {
    name,
    field: 'header Content-Type',
    apply: (draft) => ({ ...draft, contentType: value }),
  };
}

/** Another body. */
export function body(content: string | Buffer, name: string, field = 'body'): Mutation {
  return { name, field, apply: (draft) => ({ ...draft, body: Buffer.from(content as string) }) };
}

/** The grant type's member with another value, of any JSON type. */
export function grantType(member: string, value: unknown, name: string): Mutation {
  return body(JSON.stringify({ [member]: value }), name, `body /${member}`);
}

/** Another HTTP method. GET and its like carry no body. */
export function method(verb: string): Mutation {
  return {
    name: `sent with ${verb}`,
    field: 'method',
    apply: (draft) => ({ ...draft, method: verb, ...(verb === 'GET' && { body: undefined }) }),
  };
}

/** A header sent twice, with another value before or after the right one; the signature is that of the control. */
export function secondValue(
  header: string,
  other: (right: string) => string,
  place: 'before' | 'after',
): Mutation {
  return headers(`${header} stands twice, another value ${place} the right one`, (all) =>
    all.flatMap(([name, value]): WireHeaders => {
      if (name !== header) return [[name, value]];
      const second: WireHeaders[number] = [name, other(value)];
      return place === 'before' ? [second, [name, value]] : [[name, value], second];
    }),
  );
}

/** A header under another name; its value, and the signature, are those of the control. */
export function renamedHeader(header: string, other: string): Mutation {
  return headers(`${other} stands in place of ${header}`, (all) =>
    all.map(([name, value]) => [name === header ? other : name, value]),
  );
}

/** A header that the control doesn't have. */
export function addedHeader(header: string, value: string): Mutation {
  return headers(`${header}: ${value}`, (all) => [...all, [header, value]], `header ${header}`);
}

/** Another path, or the same in another writing. */
export function path(text: string, name: string): Mutation {
  return { name, field: 'path', apply: (draft) => ({ ...draft, path: text }) };
}

/** Neither X-CLIENT-KEY nor X-SIGNATURE: a request that may be overheard. */
export function withoutCredentials(name: string): Mutation {
  return headers(name, (all) =>
    all.filter(([header]) => header !== 'X-CLIENT-KEY' && header !== 'X-SIGNATURE'),
  );
}
