import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { followedRule } from '../../src/engine/control/followed-rule.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import type { TransactionDraft } from '../../src/engine/request/transaction-draft.js';
import { CheckEnded } from '../../src/engine/session/outcome.js';
import { requireGrant } from '../shared/preconditions.js';
import { acceptsSigned } from './accepts-signed.js';
import { queries, withQuery } from './arbitraries/queries.js';
import { ruled, signing, wrongSignature } from './signature-mutations.js';

type Context = CheckContext<'transaction'>;

/** A query added to the path, signed as documented. */
function query(text: string): Mutation<TransactionDraft> {
  return {
    name: `the path has the query ${text}`,
    field: 'path',
    apply: (draft) => ({ ...draft, path: withQuery(draft.path, text) }),
  };
}

/** One parameter: its order is no question. */
const simple = query('snapA=1');
const unordered = 'snapB=2&snapA=1';

/**
 * @throws CheckEnded `untested` where the target refuses every query, by whichever rule it is signed.
 */
async function requireQuery(t: Context): Promise<void> {
  try {
    await requireGrant(t, simple);
  } catch (settled) {
    if (settled instanceof CheckEnded && (await followedRule(t.session, simple))) return;
    throw settled;
  }
}

/** The unordered query is sent; another path is signed. */
function signedPath(
  name: string,
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
    .map((other) => ruled(t, other, query(unordered)));
  // Without it in the signature there is nothing to hold a query to.
  if (mode === 'no-query') return byOtherMode;
  const signed = (text: string) => (path: (target: string) => string, draft: TransactionDraft) =>
    path(`${draft.prefix}${withQuery(draft.path, text)}`);
  return [
    ...byOtherMode,
    signedPath('a value of the query was changed after it was signed', signed('snapB=2&snapA=3')),
    signedPath('a parameter of the query was added after it was signed', signed('snapB=2')),
    signedPath(
      'a parameter of the query was dropped after it was signed',
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
    mutate: (text) => query(text),
  }),
  refuses('refuses-changed-query', {
    ...wrongSignature,
    settings: ['/pathMode'],
    before: requireQuery,
    probes: changed,
  }),
];
