import fc from 'fast-check';

/** Grant types of OAuth 2.0 that are not this service's. */
const otherGrants = [
  'password',
  'authorization_code',
  'refresh_token',
  'implicit',
  'urn:ietf:params:oauth:grant-type:jwt-bearer',
];

/** Other grant types, and what is nearly the documented one. */
export const otherGrantTypeExamples = (value: string): string[] =>
  [
    ...otherGrants,
    `${value} `,
    ` ${value}`,
    `${value}s`,
    value.slice(0, -1),
    value.replace('_', '-'),
    value.replace('_', ' '),
  ].filter((text) => text !== value && text.trim() !== '');

export const otherGrantType = (value: string): fc.Arbitrary<string> =>
  fc
    .oneof(fc.constantFrom(...otherGrantTypeExamples(value)), fc.string({ minLength: 1 }))
    .filter((text) => text !== value && text.trim() !== '');

const camel = (value: string) =>
  value.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The value in another letter case, never as documented. */
export const otherCases = (value: string): string[] =>
  [
    value.toUpperCase(),
    value.toLowerCase(),
    `${value[0]?.toUpperCase()}${value.slice(1)}`,
    camel(value),
  ].filter((text) => text !== value);

/** What isn't a text. */
export const nonText = (value: string): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.integer(),
    fc.boolean(),
    fc.constantFrom<unknown>({}, [], [value], { value }, { [value]: true }),
  );

/** What loosely typed languages find equal to the text: it in a list, true, and zero. */
export const nonTextExamples = (value: string): unknown[] => [
  [value],
  true,
  0,
  1,
  {},
  [],
  { value },
];
