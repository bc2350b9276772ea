import fc from 'fast-check';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { type Message, say } from '../../src/messages/message.js';
import { acceptsSigned } from './accepts-signed.js';
import * as texts from './arbitraries/json-texts.js';
import { withBody } from './mutations.js';
import { bodyWith, membersWith, requireNoBody, variesBody, written } from './renderings.js';
import { acceptsSplitLetters } from './split-letters.js';

/** A check that a value of the body may be spelled in unusual ways. */
function acceptsSpelling(
  check: string,
  plain: string,
  spelling: fc.Arbitrary<string>,
  examples: readonly string[],
  name: Message,
): Check<'transaction'> {
  return acceptsSigned<string>(check, {
    ...variesBody(plain),
    property: () => spelling,
    examples: () => examples,
    mutate: (text, t) => withBody(bodyWith(t, text), name),
  });
}

const namesOf = (t: CheckContext<'transaction'>) => membersWith(t, '""').map(([name]) => name);

/** Right signatures over bodies that careless rules hash wrong. */
export const acceptedBodies: readonly Check<'transaction'>[] = [
  acceptsSpelling(
    'accepts-spaces-in-strings',
    '"plain"',
    texts.spacedText,
    texts.spacedTextExamples,
    say('transaction/signature/spaces-in-text'),
  ),
  acceptsSpelling(
    'accepts-number-spellings',
    '1',
    texts.numberText,
    texts.numberTextExamples,
    say('transaction/signature/unusual-number'),
  ),
  acceptsSpelling(
    'accepts-escapes',
    '"plain"',
    texts.escapedText,
    texts.escapedTextExamples,
    say('transaction/signature/escapes-in-text'),
  ),
  acceptsSpelling(
    'accepts-nested-empties',
    '{"a":["b"]}',
    texts.nestedEmpties,
    texts.nestedEmptiesExamples,
    say('transaction/signature/nested-empties'),
  ),
  acceptsSplitLetters,
  acceptsSigned<string[]>('accepts-pretty-body', {
    ...variesBody('["a",1]'),
    property: () => texts.gaps,
    examples: () => texts.gapsExamples,
    mutate: (gaps, t) =>
      withBody(
        texts.spread(bodyWith(t, '["a",1]'), gaps),
        say('transaction/signature/space-between-tokens'),
      ),
  }),
  acceptsSigned<string[]>('accepts-member-order', {
    ...variesBody('{"a":"2","b":"1"}'),
    property: (t) => fc.shuffledSubarray(namesOf(t), { minLength: namesOf(t).length }),
    examples: (t) => [namesOf(t).reverse(), namesOf(t), namesOf(t).sort()],
    mutate: (order, t) => {
      const members = new Map(membersWith(t, '{"b":"1","a":"2"}'));
      return withBody(
        written(order.map((name) => [name, members.get(name) ?? ''])),
        say('transaction/signature/members-in-another-order'),
      );
    },
  }),
  acceptsSigned('accepts-no-body', {
    when: requireNoBody,
    probes: () => [
      { name: say('transaction/signature/no-body'), field: 'body', apply: (draft) => draft },
      {
        name: say('transaction/signature/content-type-without-body'),
        field: 'header Content-Type',
        apply: (draft) => ({
          ...draft,
          editHeaders: (headers) => [['Content-Type', 'application/json'], ...headers],
        }),
      },
    ],
  }),
];
