import fc from 'fast-check';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { json } from '../../src/engine/request/json-renderings.js';
import type { TransactionDraft } from '../../src/engine/request/transaction-draft.js';
import type { WrongTransactionRuleName } from '../../src/engine/request/wrong-transaction-rules.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import type { MinifyRule } from '../../src/protocol/minify.js';
import * as texts from './arbitraries/json-texts.js';
import { bodyWith, requireBody, requireNoBody, variesBody } from './renderings.js';
import { refusesRules, ruled, wrongSignature } from './signature-mutations.js';

/** The renderings that servers hash instead of what they received, by the rule's name. */
const renderings = {
  'empty-objects-as-arrays': json.phpArrays,
  'escaped-slashes': json.php,
  reserialised: json.javascript,
  'spaced-separators': json.python,
  'sorted-members': json.sorted,
} satisfies Partial<Record<WrongTransactionRuleName, unknown>>;

type Rendering = keyof typeof renderings;

/**
 * A value that every rendering writes in another way, and one that only some do. What is always there has no number
 * with a fraction: libraries differ in how they write it, so that one would hide that the rest is written again.
 */
const rerendered = fc
  .tuple(fc.oneof(texts.numberText, texts.escapedText), fc.constantFrom('{}', '[]', '"é"'))
  .map(([value, other]) => textWith(value, other));

const textWith = (value: string, other: string) =>
  `{"b":${value},"a":"/","c":"\\/","d":{},"e":${other}}`;

/** The most common first: PHP, which reads objects into arrays in most frameworks. Then with a letter beyond ASCII. */
const rerenderedExamples: readonly { rendering: Rendering; text: string }[] = [
  ...(Object.keys(renderings) as Rendering[]).map((rendering) => ({
    rendering,
    text: textWith('"Jokul"', '[]'),
  })),
  ...(['empty-objects-as-arrays', 'escaped-slashes', 'spaced-separators'] as const).map(
    (rendering) => ({ rendering, text: textWith('"Jokul"', '"é"') }),
  ),
];

interface Changed {
  signed: string | undefined;
  sent: string;
}

/**
 * Terms of a check about one rule of what is hashed: inapplicable to a document that has it so.
 *
 * @param rule The rule by which the body is signed wrongly.
 */
function variesUnless(rule: MinifyRule, plain: string) {
  const { when, before } = variesBody(plain);
  return {
    settings: ['/bodyHash/minify'],
    when: (t: CheckContext<'transaction'>): void => {
      if (t.settings.bodyHash.minify === rule)
        throw inapplicable(say('transaction/signature/hashed-so-by-document', { rule }));
      when(t);
    },
    before,
  };
}

/** The request with another body. */
const sends = (body: string) => (draft: TransactionDraft) => ({
  ...draft,
  body: Buffer.from(body),
});

const word = fc.constantFrom('1', '2', '10000.00', '10000.01', 'IDR', 'Jokul', 'Doe');

/** Signatures over another body than the one that is sent, or over another hash of it. */
export const refusedHashes: readonly Check<'transaction'>[] = [
  refuses<Changed, 'transaction'>('refuses-changed-body', {
    ...wrongSignature,
    ...variesBody('"1"'),
    property: () =>
      fc
        .record({ signed: fc.option(word, { nil: undefined }), sent: word })
        .filter(({ signed, sent }) => signed !== sent),
    examples: () => [
      { signed: undefined, sent: 'IDR' },
      { signed: '10000.00', sent: '10000.01' },
      { signed: 'Jokul', sent: 'Doe' },
    ],
    mutate: ({ signed, sent }, t) => ({
      name: say(
        signed === undefined
          ? 'transaction/signature/member-added'
          : 'transaction/signature/value-replaced',
      ),
      field: 'body',
      apply: (draft) => {
        const text = (value: string) => Buffer.from(bodyWith(t, JSON.stringify(value)));
        const before = signed === undefined ? draft.body : text(signed);
        return {
          ...draft,
          body: text(sent),
          signing: { ...draft.signing, hash: () => draft.signing.hash(before) },
        };
      },
    }),
  }),
  refuses<string, 'transaction'>('refuses-stripped-whitespace', {
    ...wrongSignature,
    ...variesUnless('all-white-space', '"plain"'),
    property: () => texts.spacedText.filter((text) => /\s/.test(text)),
    examples: () => texts.spacedTextExamples,
    mutate: (text, t) => ruled(t, 'stripped-whitespace', sends(bodyWith(t, text))),
  }),
  refuses<string[], 'transaction'>('refuses-raw-body-hash', {
    ...wrongSignature,
    ...variesUnless('raw', '["a",1]'),
    property: () => texts.gaps,
    examples: () => texts.gapsExamples,
    mutate: (gaps, t) => ruled(t, 'raw-body', sends(texts.spread(bodyWith(t, '["a",1]'), gaps))),
  }),
  refuses<string, 'transaction'>('refuses-minified-hash', {
    ...wrongSignature,
    ...variesUnless('standard', '["a"]'),
    property: () =>
      fc
        .tuple(texts.gaps, texts.spacedText)
        // White space between tokens and within a text: one of the two tells every rule from the standard's.
        .map(([gaps, text]) => texts.spread(`["a b",${text}]`, [' ', ...gaps])),
    examples: () => ['[ "Jokul Doe" ]', '[\n  "   12334"\n]', '["Jokul Doe\\t", " "]'],
    mutate: (text, t) => ruled(t, 'minified', sends(bodyWith(t, text))),
  }),
  refuses<{ rendering: Rendering; text: string }, 'transaction'>('refuses-reserialised-body', {
    ...wrongSignature,
    ...variesBody('{"a":1,"b":1,"c":"d","e":["f"]}'),
    property: () =>
      fc.record({
        rendering: fc.constantFrom(...(Object.keys(renderings) as Rendering[])),
        text: rerendered,
      }),
    examples: () => rerenderedExamples,
    mutate: ({ rendering, text }, t) => ruled(t, rendering, sends(bodyWith(t, text))),
  }),
  refusesRules('refuses-upper-case-hash', ['upper-case-hash']),
  refusesRules('refuses-base64-hash', ['base64-hash']),
  refusesRules('refuses-double-hex-hash', ['double-hex-hash']),
  refusesRules('refuses-missing-hash', ['no-body-hash']),
  refusesRules('refuses-empty-body-hash', ['empty-body-hash'], { when: requireBody }),
  refusesRules('refuses-empty-object-hash', ['empty-object-hash'], { when: requireNoBody }),
];
