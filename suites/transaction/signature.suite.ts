import fc from 'fast-check';
import { accepts } from '../../src/engine/checks/accepts.js';
import type { Check } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { suite } from '../../src/engine/suite.js';
import { signedBy } from '../../src/engine/transaction-requests.js';
import { wrongTransactionRules } from '../../src/engine/transaction-rules.js';
import { formatTimestamp } from '../../src/protocol/timestamp.js';
import { body } from './mutations.js';
import { bodyWith } from './renderings.js';
import { transaction } from './service.js';

const as = 'invalid-signature' as const;
const field = 'X-SIGNATURE';

/** Text as it stands between the quotes of a JSON string, with spaces at either end and within. */
const spacedText = fc
  .tuple(
    fc.nat({ max: 3 }),
    fc.array(fc.constantFrom('Jokul', 'Doe', 'PT', '088899'), { minLength: 1, maxLength: 4 }),
    fc.nat({ max: 3 }),
  )
  .map(([before, words, after]) => `${' '.repeat(before)}${words.join('  ')}${' '.repeat(after)}`);

const acceptsValid: Check<'transaction'> = {
  ...accepts<number, 'transaction'>('accepts-valid', {
    settings: ['/scheme', '/pathMode', '/signature/encoding'],
    property: () => fc.integer({ min: -10, max: 0 }),
    mutate: (seconds, t) => ({
      name: 'X-TIMESTAMP at another instant',
      field: 'header X-TIMESTAMP',
      apply: (draft) => ({
        ...draft,
        timestamp: formatTimestamp(t.now + seconds * 1000, t.session.controlForm),
      }),
    }),
  }),
};

suite(transaction, 'signature', [
  acceptsValid,
  accepts<string, 'transaction'>('accepts-spaces-in-strings', {
    property: () => spacedText,
    mutate: (text, t) =>
      body(
        bodyWith(t, JSON.stringify(text)),
        'a text of the body has spaces at its ends and within',
      ),
  }),
  refuses<string, 'transaction'>('refuses-stripped-whitespace', {
    as,
    field,
    property: () => spacedText.filter((text) => /\s/.test(text)),
    mutate: (text, t) => {
      const spaced = body(bodyWith(t, JSON.stringify(text)), 'spaced');
      const wrong = signedBy(wrongTransactionRules['stripped-whitespace'], t.session.signer);
      return { ...wrong, apply: (draft) => wrong.apply(spaced.apply(draft)) };
    },
  }),
]);
