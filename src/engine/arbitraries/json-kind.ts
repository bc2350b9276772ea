/** The kinds of JSON values; whole numbers are told apart from others as JSON Schema's `type` does. */
export const jsonKinds = [
  'null',
  'boolean',
  'integer',
  'fraction',
  'string',
  'array',
  'object',
] as const;

export type JsonKind = (typeof jsonKinds)[number];

/** The kind of a JSON value. */
export function kindOf(value: unknown): JsonKind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'fraction';
  return typeof value as 'boolean' | 'string' | 'object';
}

/** The kinds that a `type` of JSON Schema 2020-12 names; all of them if there is none. */
export function kindsOfType(type: string | readonly string[] | undefined): readonly JsonKind[] {
  if (type === undefined) return jsonKinds;
  const named = [type].flat();
  return jsonKinds.filter(
    (kind) =>
      named.includes(kind) ||
      // A whole number is a number too.
      (named.includes('number') && (kind === 'integer' || kind === 'fraction')),
  );
}
