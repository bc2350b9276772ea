import fc from 'fast-check';
import type { JsonKind } from './json-kind.js';

/**
 * One printable character, of several scripts. Control characters, U+0000 above all, and lone surrogates
 * are left out: RFC 8259 (section 8.2) itself warns that parsers differ over the latter.
 */
const character = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: fc.constantFrom(...'éßñøžЯжאعअ名前가かต€“”·🙂') },
);

/** Text of a given number of characters, counted as JSON Schema counts them. */
export const anyText = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: character, minLength, maxLength });

/**
 * A member's name. Those that JavaScript's objects inherit are left out: servers refuse them on purpose,
 * as a guard against prototype pollution.
 */
export const memberName: fc.Arbitrary<string> = anyText(1, 12).filter(
  (name) => !(name in Object.prototype) && name !== 'prototype',
);

/** Numbers that every parser reads alike (RFC 8259, section 6). */
const fraction = fc
  .double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true })
  .filter((number) => !Number.isInteger(number) && Math.abs(number) > 1e-6);

/** Levels of lists and objects in a value. */
const deepest = 3;

const { json, list, record } = fc.letrec<{
  json: unknown;
  list: unknown[];
  record: Record<string, unknown>;
}>((tie) => ({
  json: fc.oneof(
    { maxDepth: deepest, depthSize: 'small' },
    anyText(0, 16),
    fc.integer(),
    fraction,
    fc.boolean(),
    fc.constant(null),
    tie('list'),
    tie('record'),
  ),
  list: fc.array(tie('json'), { maxLength: 4 }),
  record: fc.dictionary(memberName, tie('json'), { maxKeys: 4, noNullPrototype: true }),
}));

/** Any JSON value of a few levels that every parser reads alike. */
export const anyJson: fc.Arbitrary<unknown> = json;

/** Any JSON value of one kind. */
export const anyOfKind: Readonly<Record<JsonKind, fc.Arbitrary<unknown>>> = {
  null: fc.constant(null),
  boolean: fc.boolean(),
  integer: fc.integer(),
  fraction,
  string: anyText(0, 16),
  array: list,
  object: record,
};
