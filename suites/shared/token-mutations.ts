import type { WireHeaders } from '../../src/engine/http/wire.js';
import type { Mutation, TokenDraft } from '../../src/engine/request/draft.js';
import { say, type Text } from '../../src/messages/message.js';
import { withHeaders } from './mutations.js';
import * as signatures from './signature-mutations.js';

export {
  contentType,
  emptyHeader,
  rewritten,
  withBody,
  withHeaders,
  withoutHeader,
  withTimestamp,
} from './mutations.js';

/** The named differences from the control that the suites of the token services make. */

/** Another X-CLIENT-KEY, signed as it stands with the client's own key. */
export function clientId(text: string, name: Text): Mutation<TokenDraft> {
  return { name, field: 'header X-CLIENT-KEY', apply: (draft) => ({ ...draft, clientId: text }) };
}

/** Another way to sign; everything else stays. */
export const signing = signatures.signing<TokenDraft>;

/** A right signature, but over another timestamp text than the one that is sent. */
export function signedOver(sent: string, signed: string, name: Text): Mutation<TokenDraft> {
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
export const signatureBytes = signatures.signatureBytes<TokenDraft>;

/** The right signature's text, changed. */
export const signatureText = signatures.signatureText<TokenDraft>;

/** Another HTTP method. GET carries no body. */
export function method(verb: string): Mutation<TokenDraft> {
  return {
    name: say('shared/request/method', { method: verb }),
    field: 'method',
    apply: (draft) => ({ ...draft, method: verb, ...(verb === 'GET' && { body: undefined }) }),
  };
}

/** The value with its first character exchanged: as long as the right one, in the same alphabet. */
export const otherValue = (right: string): string =>
  `${right.startsWith('A') ? 'B' : 'A'}${right.slice(1)}`;

/** A header sent twice, with another value before or after the right one; the signature is that of the control. */
export function secondValue(
  header: string,
  other: (right: string) => string,
  place: 'before' | 'after',
): Mutation<TokenDraft> {
  return withHeaders(say('shared/request/header-twice', { header, place }), (all) =>
    all.flatMap(([name, value]): WireHeaders => {
      if (name !== header) return [[name, value]];
      const second: WireHeaders[number] = [name, other(value)];
      return place === 'before' ? [second, [name, value]] : [[name, value], second];
    }),
  );
}

/** A header under another name; its value, and the signature, are those of the control. */
export function renamedHeader(header: string, other: string): Mutation<TokenDraft> {
  return withHeaders(say('shared/request/header-renamed', { header, other }), (all) =>
    all.map(([name, value]) => [name === header ? other : name, value]),
  );
}

/** A header that the control doesn't have. */
export function addedHeader(header: string, value: string): Mutation<TokenDraft> {
  return withHeaders(
    say('shared/request/header-added', { header, value }),
    (all) => [...all, [header, value]],
    `header ${header}`,
  );
}

/** Another path, or another spelling of the same. */
export function path(text: string, name: Text): Mutation<TokenDraft> {
  return { name, field: 'path', apply: (draft) => ({ ...draft, path: text }) };
}

/** Neither X-CLIENT-KEY nor X-SIGNATURE: a request that may be overheard. */
export function withoutCredentials(name: Text): Mutation<TokenDraft> {
  return withHeaders(name, (all) =>
    all.filter(([header]) => header !== 'X-CLIENT-KEY' && header !== 'X-SIGNATURE'),
  );
}
