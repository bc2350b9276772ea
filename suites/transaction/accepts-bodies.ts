import fc from 'fast-check';
import { type AcceptsOptions, accepts } from '../../src/engine/checks/accepts.js';
import type { Check } from '../../src/engine/checks/check.js';
import * as texts from './arbitraries/json-texts.js';
import { body } from './mutations.js';
import { bodyWith, membersWith, requireNoBody, variesBody, written } from './renderings.js';

/** A check that a body in a family of renderings is hashed as it was sent. */
function acceptsBodies<T>(
  name: string,
  options: AcceptsOptions<T, 'transaction'>,
): Check<'transaction'> {
  return accepts(name, { ...variesBody, namesRule: true, ...options });
}

/** The body holds a value in a certain spelling. */
function acceptsSpelling(
  name: string,
  spelling: fc.Arbitrary<string>,
  says: string,
): Check<'transaction'> {
  return acceptsBodies<string>(name, {
    property: () => spelling,
    mutate: (text, t) => body(bodyWith(t, text), says),
  });
}

/** Right signatures over bodies that careless rules hash wrong. */
export const acceptedBodies: readonly Check<'transaction'>[] = [
  acceptsSpelling(
    'accepts-spaces-in-strings',
    texts.spacedText,
    'a text of the body has spaces at its ends and within',
  ),
  acceptsSpelling(
    'accepts-number-spellings',
    texts.numberText,
    'a number of the body is spelled as few libraries would write it',
  ),
  acceptsSpelling(
    'accepts-escapes',
    texts.escapedText,
    'a text of the body has slashes, escapes or letters beyond ASCII',
  ),
  acceptsSpelling(
    'accepts-nested-empties',
    texts.nestedEmpties,
    'the body holds empty objects, lists and texts',
  ),
  acceptsBodies<string[]>('accepts-pretty-body', {
    property: () => texts.gaps,
    mutate: (gaps, t) =>
      body(
        texts.spread(bodyWith(t, '["a",1]'), gaps),
        'the body has white space between its tokens',
      ),
  }),
  acceptsBodies<string[]>('accepts-member-order', {
    property: (t) => {
      const names = membersWith(t, '""').map(([name]) => name);
      return fc.shuffledSubarray(names, { minLength: names.length });
    },
    mutate: (order, t) => {
      const members = new Map(membersWith(t, '{"b":"1","a":"2"}'));
      return body(
        written(order.map((name) => [name, members.get(name) ?? ''])),
        'the members of the body stand in another order',
      );
    },
  }),
  accepts('accepts-no-body', {
    when: requireNoBody,
    namesRule: true,
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
