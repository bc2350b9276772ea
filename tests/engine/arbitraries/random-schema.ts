import fc from 'fast-check';

type Json = Record<string, unknown>;

const bounds = (least: string, most: string, max: number): fc.Arbitrary<Json> =>
  fc
    .tuple(fc.nat({ max }), fc.nat({ max }), fc.boolean(), fc.boolean())
    .map(([one, other, low, high]) => ({
      ...(low && { [least]: Math.min(one, other) }),
      ...(high && { [most]: Math.max(one, other) }),
    }));

const patterns = ['^[a-c]+$', '^(?!aa)[a-z]{2,5}$', '^[0-9]{1,4}(?:\\.[0-9])?$', 'x', '^é?.?$'];

const text = fc.oneof(
  bounds('minLength', 'maxLength', 6).map((lengths) => ({ type: 'string', ...lengths })),
  fc.constantFrom(...patterns).map((pattern) => ({ type: 'string', pattern })),
  fc
    .subarray(['offset', 'utc', 'offset-millis', 'utc-millis'], { minLength: 1, maxLength: 3 })
    .map((forms) => ({ type: 'string', 'x-timestamp-forms': forms })),
  fc
    .uniqueArray(fc.string({ maxLength: 4 }), { minLength: 1, maxLength: 3 })
    .map((values) => ({ type: 'string', enum: values })),
  fc.string({ maxLength: 4 }).map((value) => ({ type: 'string', const: value })),
);

const number = fc
  .tuple(fc.constantFrom('integer', 'number'), bounds('minimum', 'maximum', 50))
  .map(([type, range]) => ({ type, ...range }));

const several = fc
  .subarray(['string', 'integer', 'boolean', 'null', 'array', 'object'], { minLength: 1 })
  .map((type) => ({ type }));

const names = ['a', 'b', 'c/d', 'é~'];

/** Schemas of the subset, a few levels deep; most of them allow some value. */
export const randomSchema: fc.Arbitrary<Json> = fc.letrec<{ schema: Json; object: Json }>(
  (tie) => ({
    schema: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      text,
      number,
      several,
      tie('schema').map((items) => ({ type: 'array', items })),
      tie('object'),
      fc.tuple(text, text).map((allOf) => ({ type: 'string', allOf })),
      fc.tuple(tie('schema'), tie('schema')).map((anyOf) => ({ anyOf })),
      fc.tuple(tie('object'), tie('object')).map((allOf) => ({ type: 'object', allOf })),
    ),
    object: fc
      .tuple(
        fc.dictionary(fc.constantFrom(...names), tie('schema'), {
          maxKeys: 3,
          noNullPrototype: true,
        }),
        fc.subarray(names),
        fc.option(fc.oneof(fc.boolean(), tie('schema')), { nil: undefined }),
      )
      .map(([properties, required, additionalProperties]) => ({
        type: 'object',
        properties,
        // ajv's strict mode wants each demanded member among the properties.
        required: required.filter((name) => Object.hasOwn(properties, name)),
        ...(additionalProperties !== undefined && { additionalProperties }),
      })),
  }),
).schema;
