import type { FurtherHeaders, ResolvedHeaderRule } from '../../schemas/resolved.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { headerOf } from '../../src/engine/http/wire.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import type { DraftOf } from '../../src/engine/session/service.js';
import { say } from '../../src/messages/message.js';
import { standardHeaders } from '../../src/protocol/transaction-headers.js';
import { emptyHeader, withHeaders, withoutHeader } from './mutations.js';

/** Services whose requests may need headers that only some documents name. */
type Headed = 'token-b2b' | 'token-b2b2c' | 'transaction';

/** Leaves out headers that mean something in a request: of these names, in any letter case. */
export function withoutNames(
  names: readonly string[],
): (all: readonly [string, string][]) => [string, string][] {
  const known = new Set(names.map((name) => name.toLowerCase()));
  return (all) => all.filter(([name]) => !known.has(name.toLowerCase()));
}

/** A request without a further header that the document requires; the other headers are there. */
export const rejectsMissingFurtherHeader = <S extends Headed>(): Check<S> =>
  refuses<never, S>('rejects-missing-further-header', {
    as: 'missing-field',
    settings: ['/headers'],
    when: (t) => {
      if (required(t).length === 0) throw inapplicable(say('shared/headers/none-required'));
    },
    probes: (t) => required(t).map((name) => withoutHeader<DraftOf<S>>(name)),
  });

/** A further header that is empty, too long or otherwise formed than the document has it. */
export const rejectsFurtherHeaderForm = <S extends Headed>(): Check<S> =>
  refuses<never, S>('rejects-further-header-form', {
    as: 'field-format',
    settings: ['/headers'],
    when: (t) => {
      if (badlyFormed(t).length === 0) throw inapplicable(say('shared/headers/none-with-form'));
    },
    probes: badlyFormed,
  });

/** Of a transaction the standard names more headers than of a token request: those have checks of their own. */
function rulesOf<S extends Headed>({
  settings,
  session,
}: CheckContext<S>): [string, ResolvedHeaderRule][] {
  const headers: FurtherHeaders = settings.headers;
  const known: readonly string[] =
    session.service.adapter.id === 'transaction' ? standardHeaders : [];
  return Object.entries(headers).filter(([name]) => !known.includes(name));
}

function required<S extends Headed>(t: CheckContext<S>): string[] {
  return rulesOf(t)
    .filter(([, { presence }]) => presence === 'required')
    .map(([name]) => name);
}

/** Changes of single headers, each of which breaks what the document says of it. */
function badlyFormed<S extends Headed>(t: CheckContext<S>): Mutation<DraftOf<S>>[] {
  return rulesOf(t).flatMap(([name, { presence, maxLength, form }]) => [
    ...(presence === 'required' ? [emptyHeader<DraftOf<S>>(name)] : []),
    ...(maxLength === 'unspecified' ? [] : [lengthened<S>(name, maxLength + 1)]),
    ...(form === 'digits' ? [withLetters<S>(name)] : []),
  ]);
}

/** The header's own value, or zeros if the control has none, at another length. */
function lengthened<S extends Headed>(header: string, length: number): Mutation<DraftOf<S>> {
  return changed<S>(header, say('shared/headers/of-length', { header, length }), (right) =>
    right.padEnd(length, '0').slice(0, length),
  );
}

/** As long as the right value, so that its form alone is wrong. */
function withLetters<S extends Headed>(header: string): Mutation<DraftOf<S>> {
  return changed<S>(header, say('shared/headers/with-letters', { header }), (right) =>
    right === '' ? 'a' : `a${right.slice(1)}`,
  );
}

function changed<S extends Headed>(
  header: string,
  name: Parameters<typeof withHeaders>[0],
  change: (right: string) => string,
): Mutation<DraftOf<S>> {
  const isIt = (each: string) => each.toLowerCase() === header.toLowerCase();
  return withHeaders<DraftOf<S>>(
    name,
    (all) => [
      ...all.filter(([each]) => !isIt(each)),
      [header, change(headerOf(all, header) ?? '')],
    ],
    `header ${header}`,
  );
}
