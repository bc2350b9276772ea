import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { followedRule } from '../../src/engine/control/followed-rule.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import type { TransactionDraft } from '../../src/engine/request/transaction-draft.js';
import { CheckEnded } from '../../src/engine/session/outcome.js';
import { type Message, say } from '../../src/messages/message.js';
import { requireGrant } from '../shared/preconditions.js';
import { acceptsSigned } from './accepts-signed.js';
import { queries, queriesExamples, withQuery } from './arbitraries/queries.js';
import { ruled, signing, wrongSignature } from './signature-mutations.js';

type Context = CheckContext<'transaction'>;

/** A query added to the path, signed as documented. */
function query(text: string): Mutation<TransactionDraft> {
  return {
    name: say('transaction/signature/path-has-query', { query: text }),
    field: 'path',
    apply: (draft) => ({ ...draft, path: withQuery(draft.path, text) }),
  };
}

/** A single parameter: every rule of order gives the same query. */
const simple = query('snapA=1');
const unordered = 'snapB=2&snapA=1';

/**
 * @throws CheckEnded `untested` if the target refuses every query, by whichever rule it is signed.
 */
async function requireQuery(t: Context): Promise<void> {
  try {
    await requireGrant(t, simple);
  } catch (settled) {
    if (settled instanceof CheckEnded && (await followedRule(t.session, simple))) return;
    throw settled;
  }
}

/** Sends the unordered query, and signs another path. */
function signedPath(
  name: Message,
  path: (documented: (target: string) => string, draft: TransactionDraft) => string,
): Mutation<TransactionDraft> {
  const sent = query(unordered);
  const other = signing(name, (right, draft) => ({ path: () => path(right.path, draft) }));
  // The path that is signed is made from the draft before the query is added to it.
  return {
    ...other,
    apply: (draft) => ({ ...sent.apply(draft), signing: other.apply(draft).signing }),
  };
}

function changed(t: Context): Mutation<TransactionDraft>[] {
  const mode = t.settings.pathMode;
  const byOtherMode = (['no-query', 'sorted-query', 'with-query'] as const)
    .filter((other) => other !== mode)
    .map((other) => ruled(t, other, query(unordered).apply));
  // If the signature doesn't cover the query, nothing says what the query must be.
  if (mode === 'no-query') return byOtherMode;
  const signed = (text: string) => (path: (target: string) => string, draft: TransactionDraft) =>
    path(`${draft.prefix}${withQuery(draft.path, text)}`);
  return [
    ...byOtherMode,
    signedPath(say('transaction/signature/query-value-changed'), signed('snapB=2&snapA=3')),
    signedPath(say('transaction/signature/query-parameter-added'), signed('snapB=2')),
    signedPath(
      say('transaction/signature/query-parameter-dropped'),
      signed(`${unordered}&snapC=3`),
    ),
  ];
}

/** How the query of a URL goes into the signature. */
export const signedQueries: readonly Check<'transaction'>[] = [
  acceptsSigned<string>('accepts-query', {
    settings: ['/pathMode'],
    before: requireQuery,
    property: () => queries,
    examples: () => queriesExamples,
    mutate: (text) => query(text),
  }),
  refuses('refuses-changed-query', {
    ...wrongSignature,
    settings: ['/pathMode'],
    before: requireQuery,
    probes: changed,
  }),
];
