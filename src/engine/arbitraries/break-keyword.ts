import fc from 'fast-check';
import { anyOfKind, anyText } from './any-json.js';
import { candidatesOf } from './from-schema.js';
import { jsonKinds } from './json-kind.js';
import { anyOneOf } from './satisfiable.js';
import type { SchemaPart } from './schema-parts.js';
import type { Keyword } from './schema-subset.js';
import { timestamps } from './text-matching.js';

/** Characters or units beyond a bound that are tried. */
const beyond = 8;

/** Keywords that a value breaks by what it is, not by what it holds. */
export type OwnKeyword = Exclude<Keyword, 'required' | 'additionalProperties' | 'anyOf'>;

/**
 * Values likely to break one keyword of a part and no other; undefined if it can't be broken. Whoever
 * uses them holds each against the schema.
 */
export function candidatesAgainst(
  keyword: OwnKeyword,
  part: SchemaPart,
): fc.Arbitrary<unknown> | undefined {
  switch (keyword) {
    case 'type':
      return anyOneOf(
        jsonKinds.filter((kind) => !part.kinds.includes(kind)).map((kind) => anyOfKind[kind]),
      );
    case 'const':
    case 'enum':
      return anyOneOf([
        ...part.kinds.map((kind) => candidatesOf(part, kind)),
        ...(part.values ?? []).filter((value) => typeof value === 'string').map(nearText),
      ]);
    case 'minLength':
      return part.minLength === 0 ? undefined : anOtherLength(part, 0, part.minLength - 1);
    case 'maxLength':
      return Number.isFinite(part.maxLength)
        ? anOtherLength(part, part.maxLength + 1, part.maxLength + beyond)
        : undefined;
    case 'pattern':
      return fc.oneof(
        texts(part).chain(nearText),
        anyText(part.minLength, Math.min(part.maxLength, part.minLength + beyond)),
      );
    case 'x-timestamp-forms':
      return fc.oneof(
        timestamps(['offset', 'utc', 'offset-millis', 'utc-millis']),
        texts(part).chain(nearText),
      );
    case 'minimum':
      return onTheOtherSide(part, part.minimum, -1);
    case 'maximum':
      return onTheOtherSide(part, part.maximum, 1);
  }
}

function texts(part: SchemaPart): fc.Arbitrary<string> {
  return (candidatesOf(part, 'string') ?? anyText(0, beyond)) as fc.Arbitrary<string>;
}

/** A text with one character left out, put in, or replaced; now and then the text itself. */
function nearText(text: string): fc.Arbitrary<string> {
  const characters = [...text];
  const insert = fc.oneof(fc.constant(''), fc.constantFrom(...' ;=|,.-_"<0Zé'), anyText(1, 1));
  return fc
    .tuple(fc.nat({ max: characters.length }), fc.nat({ max: 1 }), insert)
    .map(([at, left, put]) =>
      [...characters.slice(0, at), put, ...characters.slice(at + left)].join(''),
    );
}

/** Texts of the part, cut short or repeated to another length. */
function anOtherLength(part: SchemaPart, least: number, most: number): fc.Arbitrary<string> {
  const unbounded = { ...part, minLength: 0, maxLength: Number.POSITIVE_INFINITY };
  const repeated = fc
    .tuple(texts(unbounded), fc.integer({ min: least, max: most }))
    .map(([text, length]) => {
      const characters = [...(text || 'a')];
      return Array.from({ length }, (_, at) => characters[at % characters.length]).join('');
    });
  return fc.oneof(repeated, texts(unbounded), anyText(least, most));
}

function onTheOtherSide(
  { kinds }: SchemaPart,
  bound: number,
  direction: -1 | 1,
): fc.Arbitrary<number> | undefined {
  if (!Number.isFinite(bound)) return undefined;
  const whole = direction < 0 ? Math.floor(bound) : Math.ceil(bound);
  const integers = fc
    .integer({ min: 1, max: 1_000_000 })
    .map((distance) => whole + direction * distance);
  const fractions = fc
    .integer({ min: 1, max: 999 })
    .map((thousandths) => bound + direction * (thousandths / 1000));
  return anyOneOf([
    kinds.includes('integer') ? integers : undefined,
    kinds.includes('fraction') ? fractions : undefined,
  ]);
}
