import { accepts } from '../../src/engine/checks/accepts.js';
import { area } from '../../src/engine/checks/area.js';
import type { CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { malformed, malformedExamples } from '../shared/arbitraries/json.js';
import { contentType } from '../shared/mutations.js';
import { bodyMembers } from './body-members.js';
import { withBody } from './mutations.js';
import { transaction } from './transaction.js';

/** The config's body as text. @throws CheckEnded `inapplicable` if the transaction has none. */
function bodyOf({ session }: CheckContext<'transaction'>): string {
  const own = session.target.transaction?.body;
  if (own === undefined) throw inapplicable(say('transaction/body/absent'));
  return JSON.stringify(own);
}

const requireBody = (t: CheckContext<'transaction'>) => void bodyOf(t);

function isJson(content: string | Buffer): boolean {
  try {
    JSON.parse(content.toString());
    return true;
  } catch {
    return false;
  }
}

export const body = area(transaction, 'body', [
  ...bodyMembers,
  refuses<string | Buffer, 'transaction'>('rejects-malformed-json', {
    as: 'malformed-body',
    when: requireBody,
    // A mistake in a body such as {} or 12 may leave valid JSON.
    property: (t) => malformed(bodyOf(t)).filter((content) => !isJson(content)),
    examples: (t) => malformedExamples(bodyOf(t)).filter((content) => !isJson(content)),
    mutate: (content) => withBody(content, say('shared/request/body-not-json')),
  }),
  accepts<never, 'transaction'>('accepts-content-type-charset', {
    when: requireBody,
    probes: () =>
      ['application/json; charset=utf-8', 'application/json;charset=UTF-8'].map((value) =>
        contentType(value, say('transaction/body/charset-parameter')),
      ),
  }),
]);
