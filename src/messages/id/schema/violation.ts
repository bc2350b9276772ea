import type { schemaViolation as English } from '../../en/schema/violation.js';

/**
 * What breaks the schema of a message. `name` is a header or a member; `shown` is its value as JSON, if it
 * has one.
 */
export const schemaViolation: typeof English = {
  'schema/violation/the-body': () => 'body',
  'schema/violation/missing': ({ name }) => `${name} tidak ada`,
  'schema/violation/type': ({ name, shown, types }) =>
    `${is(name, shown)}, bukan bertipe ${types.join(' atau ')}`,
  'schema/violation/value': ({ name, shown, allowed }) => `${is(name, shown)}, bukan ${allowed}`,
  'schema/violation/values': ({ name, shown, allowed }) =>
    `${is(name, shown)}, bukan salah satu dari ${allowed.join(', ')}`,
  'schema/violation/timestamp-form': ({ name, shown, form }) =>
    `${is(name, shown)}: bentuk ${form} tidak ada dalam dokumen`,
  'schema/violation/timestamp': ({ name, shown, problem }) => `${is(name, shown)}: ${problem}`,
  'schema/violation/too-long': ({ name, length, limit }) =>
    `${name} berisi ${length} karakter, paling banyak ${limit} yang diizinkan`,
  'schema/violation/too-short': ({ name, shown, limit }) =>
    `${is(name, shown)}: harus berisi paling sedikit ${limit} karakter`,
  'schema/violation/pattern': ({ name, shown, pattern }) =>
    `${is(name, shown)}: harus sesuai dengan pola "${pattern}"`,
  'schema/violation/number': ({ name, shown, comparison, limit }) =>
    `${is(name, shown)}: harus ${comparison} ${limit}`,
  'schema/violation/other': ({ name, shown, problem }) => `${is(name, shown)}: ${problem}`,
};

function is(name: string, shown: string | undefined): string {
  return shown === undefined ? `nilai ${name}` : `${name} adalah ${shown}`;
}
