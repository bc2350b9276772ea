/**
 * What breaks the schema of a message. `name` is a header or a member; `shown` is its value as JSON, if it
 * has one.
 */
export const schemaViolation = {
  'schema/violation/the-body': () => 'the body',
  'schema/violation/missing': ({ name }: { name: string }) => `${name} is missing`,
  'schema/violation/type': ({ name, shown, types }: Place & { types: string[] }) =>
    `${is(name, shown)}, not of type ${types.join(' or ')}`,
  'schema/violation/value': ({ name, shown, allowed }: Place & { allowed: string }) =>
    `${is(name, shown)}, not ${allowed}`,
  'schema/violation/values': ({ name, shown, allowed }: Place & { allowed: string[] }) =>
    `${is(name, shown)}, not one of ${allowed.join(', ')}`,
  'schema/violation/timestamp-form': ({ name, shown, form }: Place & { form: string }) =>
    `${is(name, shown)}: the form ${form} is not documented`,
  /** `problem` says why it is no timestamp. */
  'schema/violation/timestamp': ({ name, shown, problem }: Place & { problem: string }) =>
    `${is(name, shown)}: ${problem}`,
  'schema/violation/too-long': ({
    name,
    length,
    limit,
  }: {
    name: string;
    length: number;
    limit: number;
  }) => `${name} has ${length} characters, at most ${limit} are allowed`,
  'schema/violation/too-short': ({ name, shown, limit }: Place & { limit: number }) =>
    `${is(name, shown)}: must NOT have fewer than ${limit} characters`,
  'schema/violation/pattern': ({ name, shown, pattern }: Place & { pattern: string }) =>
    `${is(name, shown)}: must match pattern "${pattern}"`,
  /** `comparison` is `>=` or `<=`. */
  'schema/violation/number': ({
    name,
    shown,
    comparison,
    limit,
  }: Place & { comparison: string; limit: number }) =>
    `${is(name, shown)}: must be ${comparison} ${limit}`,
  /** `problem` is what the validator says. */
  'schema/violation/other': ({ name, shown, problem }: Place & { problem: string }) =>
    `${is(name, shown)}: ${problem}`,
};

type Place = { name: string; shown: string | undefined };

function is(name: string, shown: string | undefined): string {
  return `${name} is${shown === undefined ? '' : ` ${shown}`}`;
}
