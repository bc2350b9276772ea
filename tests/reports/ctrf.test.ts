import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { CtrfTest } from '../../reports/ctrf/test.js';
import { ctrf } from '../../reports/ctrf.js';
import type { Result } from '../../schemas/generated/result.js';
import { evilResult } from './fixtures/evil.js';
import { hostile } from './fixtures/hostile.js';
import { rich } from './fixtures/result.js';
import { withKnown } from './fixtures/with-known.js';

const require = createRequire(import.meta.url);
const schema = JSON.parse(
  readFileSync(require.resolve('ctrf').replace(/index\.c?js$/, 'ctrf-schema-0.0.json'), 'utf8'),
);
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

const resultsOf = (result: Result): { summary: Record<string, number>; tests: CtrfTest[] } =>
  JSON.parse(ctrf.render(result)).results;

function statusOf(result: Result, id: string): string | undefined {
  const test = resultsOf(result).tests.find(({ name }) => name === id);
  return test && `${test.status}, ${test.rawStatus}`;
}

describe('ctrf.json', () => {
  it.each([
    ['rich', rich],
    ['hostile', hostile],
    ['evil', evilResult],
    ['known', withKnown],
    ['empty', { ...rich, targets: [] }],
  ])('is what the schema describes: %s', (_, result) => {
    validate(JSON.parse(ctrf.render(result)));
    expect(validate.errors).toBeNull();
  });

  it('would be refused by the schema with a status that there is none of', () => {
    validate(JSON.parse(ctrf.render(rich).replace('"status": "other"', '"status": "warning"')));
    expect(validate.errors).not.toBeNull();
  });

  it.each([
    ['token-b2b/response/status', 'passed, passed'],
    ['token-b2b/timestamp/rejects-missing-offset', 'failed, failed'],
    ['token-b2b/response/cache-control', 'other, warning'],
    ['token-b2b/http/robustness', 'other, cantTell'],
    ['transaction/token/refuses-unknown', 'skipped, untested'],
    ['token-b2b/expiry/jwt-lifetime', 'skipped, inapplicable'],
    ['control', 'passed, accepted'],
  ])('%s: %s', (id, status) => {
    expect(statusOf(rich, id)).toBe(status);
  });

  it('neither passes nor fails what the baseline lists', () => {
    expect(statusOf(withKnown, 'token-b2b/signature/refuses-bit-flip')).toBe('other, known');
  });

  it('fails a control that was refused, and says the likely causes', () => {
    const [, bank] = rich.targets;
    const { tests } = resultsOf({ ...rich, targets: bank ? [bank] : [] });
    expect(tests.map(({ status }) => status)).toEqual(['failed', 'skipped', 'skipped']);
    expect(tests[0]?.trace).toContain('Likely cause: The clock is 9 minutes off.');
  });

  it('counts what stands in it', () => {
    const { summary, tests } = resultsOf(rich);
    expect(summary['tests']).toBe(tests.length);
    for (const status of ['passed', 'failed', 'skipped', 'other'])
      expect(summary[status]).toBe(tests.filter((test) => test.status === status).length);
    expect(summary['duration']).toBe(10112);
  });
});
