import fc from 'fast-check';
import type { Check } from '../../src/engine/checks/check.js';
import { acceptsSigned } from './accepts-signed.js';
import * as texts from './arbitraries/json-texts.js';
import { withBody } from './mutations.js';
import { bodyWith, membersWith, requireNoBody, variesBody, written } from './renderings.js';

/** The body holds a value in a certain spelling. */
function acceptsSpelling(
  name: string,
  plain: string,
  spelling: fc.Arbitrary<string>,
  says: string,
): Check<'transaction'> {
  return acceptsSigned<string>(name, {
    ...variesBody(plain),
    property: () => spelling,
    mutate: (text, t) => withBody(bodyWith(t, text), says),
  });
}

/** Right signatures over bodies that careless rules hash wrong. */
export const acceptedBodies: readonly Check<'transaction'>[] = [
  acceptsSpelling(
    'accepts-spaces-in-strings',
    '"plain"',
    texts.spacedText,
    'a text of the body has spaces at its ends and within',
  ),
  acceptsSpelling(
    'accepts-number-spellings',
    '1',
    texts.numberText,
    'a number of the body is spelled as few libraries would write it',
  ),
  acceptsSpelling(
    'accepts-escapes',
    '"plain"',
    texts.escapedText,
    'a text of the body has slashes, escapes or letters beyond ASCII',
  ),
  acceptsSpelling(
    'accepts-nested-empties',
    '{"a":["b"]}',
    texts.nestedEmpties,
    'the body holds empty objects, lists and texts',
  ),
  acceptsSigned<string[]>('accepts-pretty-body', {
    ...variesBody('["a",1]'),
    property: () => texts.gaps,
    mutate: (gaps, t) =>
      withBody(
        texts.spread(bodyWith(t, '["a",1]'), gaps),
        'the body has white space between its tokens',
      ),
  }),
  acceptsSigned<string[]>('accepts-member-order', {
    ...variesBody('{"a":"2","b":"1"}'),
    property: (t) => {
      const names = membersWith(t, '""').map(([name]) => name);
      return fc.shuffledSubarray(names, { minLength: names.length });
    },
    mutate: (order, t) => {
      const members = new Map(membersWith(t, '{"b":"1","a":"2"}'));
      return withBody(
        written(order.map((name) => [name, members.get(name) ?? ''])),
        'the members of the body stand in another order',
      );
    },
  }),
  acceptsSigned('accepts-no-body', {
    when: requireNoBody,
    probes: () => [
      { name: 'it has no body', field: 'body', apply: (draft) => draft },
      {
        name: 'it has no body, though a Content-Type',
        field: 'header Content-Type',
        apply: (draft) => ({
          ...draft,
          editHeaders: (headers) => [['Content-Type', 'application/json'], ...headers],
        }),
      },
    ],
  }),
];
